"""One day's answers to the questions."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.reading import ReadingsForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.measures.api import instruments, take_reading
from kith.people.api import client_for
from kith.ui.doors import door


@door(user_may_see_clients)
def readings(request: ViewerRequest, client_id: UUID) -> HttpResponse:
    """The form: all boxes are saved, or none."""
    client = client_for(request.viewer, client_id)
    form = ReadingsForm(request.POST if request.method == "POST" else None, instruments=instruments())
    page = FormPage(
        _("Questions"), client, _("The answers are saved."), f"readings:{client.id}",
        intro=_("Fill in what you asked, and leave the rest blank."),
    )  # fmt: skip

    def save() -> None:
        given = form.cleaned_data
        for measure, value in form.values():
            take_reading(
                viewer=request.viewer, client=client, measure=measure, value=value,
                stage=given["stage"], taken_on=given["taken_on"],
            )  # fmt: skip

    return form_page(request, page, form, save)
