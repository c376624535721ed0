"""What a client says yes or no to."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.desk.actions.answer_consent import answer_consent
from kith.desk.permissions import user_may_see_clients
from kith.desk.queries import EVALUATION
from kith.desk.web.forms.consent import ConsentForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.people.api import client_for
from kith.ui.doors import door


@door(user_may_see_clients)
def consent(request: ViewerRequest, client_id: UUID) -> HttpResponse:
    """The form; nothing is chosen beforehand."""
    client = client_for(request.viewer, client_id)
    form = ConsentForm(request.POST if request.method == "POST" else None)
    page = FormPage(_("What they agree to"), client, _("The answer is saved."), f"consent:{client.id}")

    def save() -> None:
        answer = form.cleaned_data["answer"]
        answer_consent(viewer=request.viewer, client=client, purpose=EVALUATION, answer=answer)

    return form_page(request, page, form, save)
