"""A plan signed off."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.casework.api import plan_for, sign_off_plan
from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.plan import SignOffForm
from kith.desk.web.presenters.entries import plan_title
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.ui.doors import door


@door(user_may_see_clients)
def sign_off(request: ViewerRequest, plan_id: UUID) -> HttpResponse:
    """The form."""
    plan = plan_for(request.viewer, plan_id)
    form = SignOffForm(request.POST if request.method == "POST" else None, initial={"version": plan.version})
    page = FormPage(
        _("Sign off a plan"), plan.client, _("The plan is signed off."), f"sign-off:{plan.id}",
        intro=_("The plan: %(plan)s") % {"plan": plan_title(plan)},
    )  # fmt: skip

    def save() -> None:
        sign_off_plan(viewer=request.viewer, plan=plan, **form.cleaned_data)

    return form_page(request, page, form, save)
