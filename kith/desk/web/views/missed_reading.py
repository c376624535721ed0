"""Why the questions were not asked again."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.reading import MissedReadingForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.measures.api import instruments, note_missed_reading
from kith.people.api import client_for
from kith.ui.doors import door


@door(user_may_see_clients)
def missed_reading(request: ViewerRequest, client_id: UUID) -> HttpResponse:
    """The form."""
    client = client_for(request.viewer, client_id)
    form = MissedReadingForm(request.POST if request.method == "POST" else None, instruments=instruments())
    page = FormPage(_("Questions not asked"), client, _("That is noted."), f"missed:{client.id}")

    def save() -> None:
        note_missed_reading(viewer=request.viewer, client=client, **form.cleaned_data)

    return form_page(request, page, form, save)
