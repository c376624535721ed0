"""The viewer's clients, twenty-five at a time."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.access.api import Seat, roles
from kith.desk.actions.note_sight import note_listed
from kith.desk.domain.paging import Cursor
from kith.desk.permissions import user_may_see_clients
from kith.desk.queries import caseload_page, seats_with_clients
from kith.desk.web.forms.caseload import SearchForm
from kith.desk.web.presenters import caseload as presenter
from kith.desk.web.viewer_request import ViewerRequest
from kith.kernel.errors import NotFoundError
from kith.ui.doors import door
from kith.ui.pages import render


@door(user_may_see_clients)
def caseload(request: ViewerRequest) -> HttpResponse:
    """A page of a list; what is searched for is sent, so that it stands in no address."""
    seats = seats_with_clients(request.viewer)
    seat = _chosen(seats, request.GET.get("whose", ""))
    unseen = request.GET.get("unseen") == "on"
    words, search_error = _searched(request)
    cursor = Cursor() if words else _cursor(request)
    page = caseload_page(request.viewer, seat, cursor, unseen=unseen, words=words)
    ids = [each.id for each in page.rows]
    note_listed(viewer=request.viewer, client_ids=ids, service_id=seat.service_id)
    with_worker = seat.role != roles.WORKER
    query = {"whose": request.GET.get("whose", ""), "unseen": "on" if unseen else ""}
    context = {
        "title": presenter.list_name(seat, seats),
        "words": words,
        "search_error": search_error,
        "lists": presenter.lists(seats, seat),
        "unseen": unseen,
        "headings": presenter.headings(with_worker=with_worker),
        "rows": presenter.rows_of(page.rows, with_worker=with_worker),
        "more_found": bool(words) and page.later,
        **({} if words else presenter.ways_on(page, query)),
    }
    return render(request, "desk/caseload.jinja", context)


def _searched(request: ViewerRequest) -> tuple[str, str]:
    """What was searched for, and what is wrong with it."""
    if request.method != "POST":
        return "", ""
    search = SearchForm(request.POST)
    return (search.cleaned_data["words"], "") if search.is_valid() else ("", search.error_links()[0]["text"])


def _chosen(seats: list[Seat], given: str) -> Seat:
    for seat in seats:
        if not given or str(seat.membership_id) == given:
            return seat
    raise NotFoundError(_("There is no such list of clients among yours."))


def _cursor(request: ViewerRequest) -> Cursor:
    try:
        ends = {name: UUID(request.GET[name]) for name in ("after", "before") if request.GET.get(name)}
    except ValueError:
        raise NotFoundError(_("There is no such page of the list. Begin at its first page."))
    return Cursor(**ends)
