"""Something else that changed, told outside a visit."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.telling import TellingForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.people.api import client_for
from kith.ripples.api import tell
from kith.ui.doors import door


@door(user_may_see_clients)
def telling(request: ViewerRequest, client_id: UUID) -> HttpResponse:
    """The form; what is told waits to be checked."""
    client = client_for(request.viewer, client_id)
    form = TellingForm(request.POST if request.method == "POST" else None)
    page = FormPage(
        _("Something else changed"), client, _("That is saved. Check it on this page, and it will count."),
        f"telling:{client.id}", template="desk/telling.jinja",
    )  # fmt: skip

    def save() -> None:
        tell(viewer=request.viewer, client=client, told=form.told())

    return form_page(request, page, form, save)
