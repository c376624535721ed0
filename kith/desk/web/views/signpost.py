"""A new signpost."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.casework.api import make_signpost
from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.signpost import SignpostForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.people.api import client_for
from kith.ui.doors import door


@door(user_may_see_clients)
def signpost(request: ViewerRequest, client_id: UUID) -> HttpResponse:
    """The form."""
    client = client_for(request.viewer, client_id)
    form = SignpostForm(request.POST if request.method == "POST" else None)
    page = FormPage(_("Signpost"), client, _("The signpost is saved."), f"signpost:{client.id}")

    def save() -> None:
        make_signpost(viewer=request.viewer, client=client, **form.cleaned_data)

    return form_page(request, page, form, save)
