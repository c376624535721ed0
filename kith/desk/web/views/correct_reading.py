"""A reading corrected, with a reason."""

from decimal import Decimal
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.reading import CorrectReadingForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.measures.api import correct_reading as correct
from kith.measures.api import instrument, reading_for
from kith.ui.doors import door


@door(user_may_see_clients)
def correct_reading(request: ViewerRequest, reading_id: UUID) -> HttpResponse:
    """The form, filled with what is recorded."""
    reading = reading_for(request.viewer, reading_id)
    kind = instrument(reading.measure)
    recorded = {
        "value": Decimal(kind.shown(reading.value_thousandths)), "taken_on": reading.taken_on,
        "stage": reading.stage, "version": reading.version,
    }  # fmt: skip
    sent = request.POST if request.method == "POST" else None
    form = CorrectReadingForm(sent, instrument=kind, initial=recorded)
    page = FormPage(_("Correct a number"), reading.client, _("The number is corrected."), f"reading:{reading.id}")

    def save() -> None:
        correct(viewer=request.viewer, reading=reading, **form.cleaned_data)

    return form_page(request, page, form, save)
