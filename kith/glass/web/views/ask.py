"""Asks for one record by its exact number."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import once
from kith.glass.actions.ask_for_record import ask_for_record
from kith.glass.permissions import user_may_ask
from kith.glass.queries import services_in_reach
from kith.glass.web.forms.ask import AskForm
from kith.glass.web.presenters.ask import told_before
from kith.kernel.errors import KithError, NotAllowedError, NotFoundError
from kith.ui.doors import door
from kith.ui.pages import render, sent_key


@door(user_may_ask)
def ask(request: HttpRequest) -> HttpResponse:
    """The form; an opened record is led to, a number that no record has gives one and the same sentence."""
    services = [(str(id_), name) for id_, name in services_in_reach(request.viewer).items()]  # type: ignore[attr-defined]
    form = AskForm(request.POST if request.method == "POST" else None, services=services)
    if request.method == "POST" and form.is_valid():
        led_to = _asked(request, form)
        if led_to:
            messages.success(request, _("The record is open. The manager of the service is told."))
            return redirect(led_to)
    context = {"title": _("Open a record in an emergency"), "form": form, "told_before": told_before()}
    return render(request, "glass/ask.jinja", context)


def _asked(request: HttpRequest, form: AskForm) -> str:
    """Where it led; nowhere where no record has that number or something is wrong, which then stands in the form."""
    try:
        led_to = once(request.viewer, sent_key(request), lambda: _ask(request, form))  # type: ignore[attr-defined]
    except (NotAllowedError, NotFoundError):
        raise
    except KithError as wrong:
        form.add_error(None, wrong.sentence)
        return ""
    if not led_to:
        form.add_error("number", _("No record of this service has exactly this number. Check it, and ask again."))
    return led_to


def _ask(request: HttpRequest, form: AskForm) -> str:
    given = form.cleaned_data
    answer = ask_for_record(
        viewer=request.viewer,  # type: ignore[attr-defined]
        service_id=UUID(given["service"]),
        number=given["number"],
        reason=given["reason"],
    )
    return reverse("glass:look", args=[answer.glass_id]) if answer.glass_id else ""
