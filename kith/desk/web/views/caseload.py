"""The viewer's clients, twenty-five at a time."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.access.api import Seat, roles
from kith.desk.actions.note_sight import note_listed
from kith.desk.domain.paging import Cursor
from kith.desk.permissions import user_may_see_clients
from kith.desk.queries import caseload_page, clients_listed, seats_with_clients
from kith.desk.web.forms.caseload import ListForm, SearchForm
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
    search = SearchForm(request.POST if request.method == "POST" else None)
    words = search.cleaned_data["words"] if search.is_bound and search.is_valid() else ""
    clients = clients_listed(request.viewer, seat, unseen=unseen, words=words)
    page = caseload_page(clients, Cursor() if words else _cursor(request))
    note_listed(viewer=request.viewer, clients=page.rows, service_id=seat.service_id)
    with_worker = seat.role != roles.WORKER
    query = {
        name: value for name, value in (("list", request.GET.get("list")), ("unseen", "on" if unseen else "")) if value
    }
    context = {
        "title": presenter.list_name(seat, seats),
        "search": search,
        "words": words,
        "narrow": ListForm(
            {"whose": str(seat.membership_id), "unseen": unseen},
            lists=[(str(each.membership_id), presenter.list_name(each, seats)) for each in seats],
        ),
        "headings": presenter.headings(with_worker=with_worker),
        "rows": presenter.rows_of(page.rows, with_worker=with_worker),
        "more_found": bool(words) and page.later,
        **({} if words else presenter.ways_on(page, query)),
    }
    return render(request, "desk/caseload.jinja", context)


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
