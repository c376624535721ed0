"""A new personal health plan."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.casework.api import set_plan
from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.plan import PlanForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.people.api import client_for
from kith.ui.doors import door


@door(user_may_see_clients)
def plan(request: ViewerRequest, client_id: UUID) -> HttpResponse:
    """The form."""
    client = client_for(request.viewer, client_id)
    form = PlanForm(request.POST if request.method == "POST" else None)
    page = FormPage(
        _("Plan (PHP)"), client, _("The plan is saved."), f"plan:{client.id}",
        intro=_("There is no hurry: time before a plan counts as work too."),
    )  # fmt: skip

    def save() -> None:
        given = form.cleaned_data
        set_plan(
            viewer=request.viewer, client=client, issue=given["issue"], issue_words=given["issue_words"],
            set_on=given["set_on"], goals=form.goals(),
        )  # fmt: skip

    return form_page(request, page, form, save)
