"""The end of the work with a client."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.casework.api import close_case, open_case_of
from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.charge import EndForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.kernel.errors import NotPossibleError
from kith.people.api import client_for
from kith.ui.doors import door


@door(user_may_see_clients)
def end_work(request: ViewerRequest, client_id: UUID) -> HttpResponse:
    """The form."""
    viewer = request.viewer
    client = client_for(viewer, client_id)
    form = EndForm(request.POST if request.method == "POST" else None)
    page = FormPage(_("End of the work"), client, _("The work with this client has ended."), f"end:{client.id}")

    def save() -> None:
        case = open_case_of(client)
        if case is None:
            raise NotPossibleError(_("There is no work open with this client: no referral was accepted."))
        close_case(viewer=viewer, case=case, **form.cleaned_data)

    return form_page(request, page, form, save)
