"""A referral accepted or declined."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.casework.api import decide_referral as decide
from kith.casework.api import referral_for
from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.referral import DecisionForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.ui.doors import door


@door(user_may_see_clients)
def decide_referral(request: ViewerRequest, referral_id: UUID) -> HttpResponse:
    """The form."""
    referral = referral_for(request.viewer, referral_id)
    form = DecisionForm(request.POST if request.method == "POST" else None, initial={"version": referral.version})
    page = FormPage(
        _("Decide on a referral"), referral.client, _("The decision is saved."), f"decision:{referral.id}",
        intro=_("It came from: %(source)s") % {"source": referral.source or _("not recorded")},
    )  # fmt: skip

    def save() -> None:
        decide(viewer=request.viewer, referral=referral, **form.cleaned_data)

    return form_page(request, page, form, save)
