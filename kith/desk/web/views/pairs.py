"""Every pair of clients who may be one person."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.desk.actions.note_sight import note_listed
from kith.desk.permissions import user_may_take_charge
from kith.desk.queries import open_pairs_shown
from kith.desk.web.presenters.pairs import rows_of
from kith.desk.web.viewer_request import ViewerRequest
from kith.ui.doors import door
from kith.ui.pages import render


@door(user_may_take_charge)
def pairs(request: ViewerRequest) -> HttpResponse:
    """The oldest first, each with a link to see the two beside each other."""
    shown, more = open_pairs_shown(request.viewer)
    for service_id in {pair.service_id for pair in shown}:
        ids = [each for pair in shown if pair.service_id == service_id for each in (pair.first_id, pair.second_id)]
        note_listed(viewer=request.viewer, client_ids=ids, service_id=service_id)
    context = {"title": _("One person or two?"), "rows": rows_of(shown), "more": more}
    return render(request, "desk/pairs.jinja", context)
