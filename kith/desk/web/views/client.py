"""One client: who she is, how things stand, everything that happened."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.desk.actions.note_sight import note_viewed
from kith.desk.permissions import user_may_see_clients
from kith.desk.queries import client_record, history_of
from kith.desk.web.presenters import client as presenter
from kith.desk.web.presenters.timeline import timeline
from kith.desk.web.viewer_request import ViewerRequest
from kith.kernel.errors import NotFoundError
from kith.ui.doors import door
from kith.ui.pages import render

ENTRIES = 50
MOST_PAGES = 200


@door(user_may_see_clients)
def client(request: ViewerRequest, client_id: UUID) -> HttpResponse:
    """The page; opening it is written down."""
    viewer, number = request.viewer, page_number(request)
    found = client_record(viewer, client_id)
    history = history_of(viewer, found, ENTRIES * number + 1)
    note_viewed(viewer=viewer, client=found)
    events = timeline(history)
    first = ENTRIES * (number - 1)
    context = {
        "title": presenter.name_of(found),
        "client": found,
        "banner": presenter.banner(found),
        "glance": presenter.glance(found, history) if number == 1 else [],
        "repeat": presenter.repeat_notice(viewer, found),
        "record": presenter.things_to_record(found),
        "charge": presenter.charge_links(viewer, found),
        "events": events[first : first + ENTRIES],
        "earlier": f"?page={number - 1}" if number > 1 else None,
        "later": f"?page={number + 1}" if len(events) > first + ENTRIES else None,
    }
    return render(request, "desk/client.jinja", context)


def page_number(request: ViewerRequest) -> int:
    """Which page of a record is asked for. Raises NotFoundError."""
    given = request.GET.get("page", "1")
    if not given.isdecimal() or not 1 <= int(given) <= MOST_PAGES:
        raise NotFoundError(_("There is no such page of this record."))
    return int(given)
