"""A new visit or call, with what else changed."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.desk.actions.record_visit import record_visit
from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.visit import NewVisitForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.people.api import Client, client_for, user_may_take_charge_of_client
from kith.ui.doors import door
from kith.workforce.api import Worker, own_worker, workers_at_work


@door(user_may_see_clients)
def visit(request: ViewerRequest, client_id: UUID) -> HttpResponse:
    """The form; saved together with what else changed, or not at all."""
    client = client_for(request.viewer, client_id)
    workers = _workers(request, client)
    names = [(str(each.id), each.membership.name) for each in workers]
    form = NewVisitForm(request.POST if request.method == "POST" else None, workers=names)
    page = FormPage(
        _("Visit or call"), client, _("The visit is saved."), f"visit:{client.id}", template="desk/visit.jinja"
    )

    def save() -> None:
        told = form.told_form.told() if form.something_changed else None
        met = next((each for each in workers if str(each.id) == form.cleaned_data.get("worker")), None)
        record_visit(viewer=request.viewer, client=client, visit=form.visit(), told=told, worker=met)

    return form_page(request, page, form, save)


def _workers(request: ViewerRequest, client: Client) -> list[Worker]:
    """Who else it may have been, for a leader or manager who writes it down for somebody."""
    viewer = request.viewer
    if not user_may_take_charge_of_client(viewer, client) or own_worker(viewer, client.service_id):
        return []
    return list(workers_at_work(viewer, client.service_id))
