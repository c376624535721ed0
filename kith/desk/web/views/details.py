"""A client's details, corrected with a reason."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.person import CorrectPersonForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.people.api import PersonDetails, client_for, correct_person
from kith.ui.doors import door


@door(user_may_see_clients)
def details(request: ViewerRequest, client_id: UUID) -> HttpResponse:
    """The form, filled with what is recorded."""
    client = client_for(request.viewer, client_id)
    names = (*PersonDetails.__dataclass_fields__, "version")
    recorded = {name: getattr(client.person, name) for name in names}
    form = CorrectPersonForm(request.POST if request.method == "POST" else None, initial=recorded)
    page = FormPage(_("Details"), client, _("The details are corrected."), f"details:{client.id}")

    def save() -> None:
        given = form.cleaned_data
        correct_person(
            viewer=request.viewer, client=client, details=form.details(), version=given["version"],
            reason=given["reason"],
        )  # fmt: skip

    return form_page(request, page, form, save)
