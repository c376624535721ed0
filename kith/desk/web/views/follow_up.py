"""What became of a signpost."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.casework.api import follow_up_signpost, signpost_for
from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.signpost import FollowUpForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.ui.doors import door


@door(user_may_see_clients)
def follow_up(request: ViewerRequest, signpost_id: UUID) -> HttpResponse:
    """The form."""
    signpost = signpost_for(request.viewer, signpost_id)
    recorded = {"outcome": signpost.outcome, "version": signpost.version}
    form = FollowUpForm(request.POST if request.method == "POST" else None, initial=recorded)
    page = FormPage(
        _("What became of a signpost"), signpost.client, _("That is saved."), f"follow-up:{signpost.id}",
        intro=_("The signpost: %(to)s") % {"to": signpost.to or _("not recorded")},
    )  # fmt: skip

    def save() -> None:
        follow_up_signpost(viewer=request.viewer, signpost=signpost, **form.cleaned_data)

    return form_page(request, page, form, save)
