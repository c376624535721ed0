"""A new client."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import once
from kith.desk.permissions import user_may_see_clients
from kith.desk.queries import seats_with_clients
from kith.desk.web.forms.person import RegisterForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import key_of
from kith.kernel.errors import NotPossibleError
from kith.people.api import register_client
from kith.ui.doors import door
from kith.ui.pages import render


@door(user_may_see_clients)
def register(request: ViewerRequest) -> HttpResponse:
    """The form, and then the new client's page."""
    form = RegisterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            led_to = once(request.viewer, key_of(request), lambda: _registered(request, form))
        except NotPossibleError as wrong:
            form.add_error(None, wrong.sentence)
        else:
            messages.success(request, _("The client is registered."))
            return redirect(led_to)
    return render(request, "desk/register.jinja", {"title": _("New client"), "form": form})


def _registered(request: ViewerRequest, form: RegisterForm) -> str:
    viewer, given = request.viewer, form.cleaned_data
    client = register_client(
        viewer=viewer, service_id=seats_with_clients(viewer)[0].service_id, details=form.details(),
        first_contact_on=given["first_contact_on"], reference=given["reference"],
    )  # fmt: skip
    return reverse("desk:client", args=[client.id])
