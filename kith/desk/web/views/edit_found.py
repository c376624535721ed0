"""A sentence found in a note, set right and accepted."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import Viewer
from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.found import FoundForm
from kith.desk.web.presenters.found import facts_of
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.people.api import Client
from kith.ripples.api import (
    Correction,
    FoundSentence,
    InContext,
    judge,
    judgeable_for,
    kinds_as_proposed,
    likely_names,
    look_at_sentence,
)
from kith.ui.doors import door

KINDS = ("beneficiary", "through", "domain", "direction")


@dataclass(frozen=True)
class FoundPage(FormPage):
    """Leads back to the next sentence. What is typed is kept nowhere: it may be gone with the note at any moment."""

    @property
    def back(self) -> str:
        """The page of sentences."""
        return reverse("desk:review")


@door(user_may_see_clients)
def edit_found(request: ViewerRequest, proposal_id: UUID) -> HttpResponse:
    """The words and kinds as proposed, to be changed; words that look like names pointed out."""
    viewer = request.viewer
    found = judgeable_for(viewer, proposal_id)
    client = found.note.client
    if request.method == "POST":
        said, form = None, FoundForm(request.POST, likely_names=_names(request.POST, client))
    else:
        said = look_at_sentence(viewer=viewer, proposal=found)
        form = _form_of(found, said, client)
    page = FoundPage(
        _("Set right what was found"), client, _("Accepted."), keep="", save=_("Accept it"),
        template="desk/edit_found.jinja", more={"facts": facts_of(found), "said": said}, notes_sight=False,
    )  # fmt: skip
    return form_page(request, page, form, lambda: _accept(viewer, found, form.cleaned_data))


def _form_of(found: FoundSentence, said: InContext, client: Client) -> FoundForm:
    initial = {"account": said.sentence, **kinds_as_proposed(found)}
    return FoundForm(likely_names=_names(initial, client), initial=initial)


def _names(given: Any, client: Client) -> list[str]:
    words = f"{given.get('account', '')}\n{given.get('relation', '')}"
    return likely_names(words, [client.person.first_name, client.person.surname])


def _accept(viewer: Viewer, found: FoundSentence, given: dict[str, Any]) -> None:
    correction = Correction(
        account=given["account"], relation=given["relation"], not_names=given.get("not_names", ()),
        **{name: given[name] for name in KINDS},
    )  # fmt: skip
    judge(viewer=viewer, proposal_id=found.id, answer="accept", correction=correction)
