"""Who has seen or changed a client's record."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.desk import queries
from kith.desk.permissions import user_may_take_charge
from kith.desk.web.presenters import who_saw as presenter
from kith.desk.web.presenters.client import name_of
from kith.desk.web.viewer_request import ViewerRequest
from kith.people.api import client_for
from kith.ui.doors import door
from kith.ui.pages import render

MOST = 200


@door(user_may_take_charge)
def who_saw(request: ViewerRequest, client_id: UUID) -> HttpResponse:
    """The newest entries."""
    viewer = request.viewer
    client = client_for(viewer, client_id)
    context = {
        "title": _("Who has seen this record"),
        "client": client,
        "name": name_of(client),
        "headings": presenter.headings(),
        "rows": presenter.rows_of(queries.who_saw(viewer, client, MOST)),
        "most": MOST,
    }
    return render(request, "desk/who_saw.jinja", context)
