"""The page that most changes share: one form, saved once, then back to where it came from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import once
from kith.desk.actions.note_sight import note_viewed
from kith.desk.web.presenters.client import name_of
from kith.desk.web.viewer_request import ViewerRequest
from kith.kernel.errors import KithError, NotAllowedError, NotFoundError, NotPossibleError
from kith.people.api import Client
from kith.ui.forms import Form
from kith.ui.pages import render


@dataclass(frozen=True)
class FormPage:
    """What stands around a form: heading, the client it is about, what is said once it is saved.

    `keep` names the form whose words are kept through a time-out; without it none are. `notes_sight` is off where
    whoever fetched the words has written down already that they were seen.
    """

    title: str
    client: Client
    saved: str
    keep: str
    save: str = ""
    template: str = "desk/form.jinja"
    intro: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)
    notes_sight: bool = True

    @property
    def back(self) -> str:
        """The client's page."""
        return reverse("desk:client", args=[self.client.id])


def form_page(request: ViewerRequest, page: FormPage, form: Form, save: Callable[[], object]) -> HttpResponse:
    """Show the form, or save what was sent and go back to the client. A named error stands in the form."""
    if request.method == "POST" and form.is_valid() and _saved(request, page, form, save):
        messages.success(request, page.saved)
        return redirect(page.back)
    if request.method != "POST" and page.notes_sight:
        note_viewed(viewer=request.viewer, client=page.client)
    context = {"page": page, "form": form, "name": name_of(page.client)}
    return render(request, page.template, context)


def _saved(request: ViewerRequest, page: FormPage, form: Form, save: Callable[[], object]) -> bool:
    def act() -> str:
        save()
        return page.back

    try:
        once(request.viewer, key_of(request), act)
    except (NotAllowedError, NotFoundError):
        raise
    except KithError as wrong:
        form.add_error(None, wrong.sentence)
        return False
    return True


def key_of(request: ViewerRequest) -> UUID:
    """The key that makes a second sending of a form harmless. Raises NotPossibleError."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        raise NotPossibleError(_("This form cannot be taken. Open the page again, and send it from there."))
