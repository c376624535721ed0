"""One record opened in an emergency: the client's page, to be read and not to be changed."""

from uuid import UUID

from django.http import HttpResponse

from kith.desk.permissions import user_may_see_clients
from kith.desk.queries import client_record, history_through_glass
from kith.desk.web.presenters import client as presenter
from kith.desk.web.presenters.opened_record import as_read_only, banner_of, notice, seconds_left
from kith.desk.web.presenters.timeline import timeline
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.client import ENTRIES, page_number
from kith.glass.api import look_in, through_glass
from kith.ui.doors import door
from kith.ui.pages import render


@door(user_may_see_clients)
def opened_record(request: ViewerRequest, glass_id: UUID) -> HttpResponse:
    """The page; each reading of it is written down under the look. A page left open goes blank when the look ends."""
    number = page_number(request)
    looker, glass = through_glass(request.viewer, glass_id)
    found = client_record(looker, glass.client_id)
    history = history_through_glass(looker, found, ENTRIES * number + 1)
    look_in(viewer=looker, glass=glass, page=str(number))
    events = timeline(history)
    first = ENTRIES * (number - 1)
    context = {
        "title": presenter.name_of(found),
        "glass": glass,
        "notice": notice(glass, found),
        "banner": banner_of(found),
        "glance": as_read_only(presenter.glance(found, history)) if number == 1 else [],
        "events": [each.to_read() for each in events[first : first + ENTRIES]],
        "earlier": f"?page={number - 1}" if number > 1 else None,
        "later": f"?page={number + 1}" if len(events) > first + ENTRIES else None,
    }
    response = render(request, "desk/opened_record.jinja", context)
    response["Refresh"] = str(seconds_left(glass))
    return response
