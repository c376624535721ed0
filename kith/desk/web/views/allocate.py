"""A client given to another worker."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.desk.permissions import user_may_take_charge
from kith.desk.web.forms.charge import AllocateForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.people.api import allocate_client, client_for
from kith.ui.doors import door
from kith.workforce.api import workers_at_work


@door(user_may_take_charge)
def allocate(request: ViewerRequest, client_id: UUID) -> HttpResponse:
    """The form: everybody who works in the service now."""
    viewer = request.viewer
    client = client_for(viewer, client_id)
    colleagues = workers_at_work(viewer, client.service_id)
    seats = [(str(each.membership_id), each.membership.name) for each in colleagues]
    sent = request.POST if request.method == "POST" else None
    form = AllocateForm(sent, seats=seats, initial={"version": client.version, "seat": client.allocated_to_id})
    page = FormPage(
        _("Give to another trainer"), client, _("The client is with the trainer you chose."), f"allocate:{client.id}"
    )

    def save() -> None:
        given = form.cleaned_data
        allocate_client(viewer=viewer, client=client, seat_id=UUID(given["seat"]), version=given["version"])

    return form_page(request, page, form, save)
