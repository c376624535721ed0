"""A sentence found in a note, set right and accepted."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import Viewer
from kith.desk.permissions import user_may_see_clients
from kith.desk.queries import found_for
from kith.desk.web.forms.found import FoundForm
from kith.desk.web.presenters.found import facts_of
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.people.api import Client
from kith.ripples.api import Correction, FoundSentence, judge, likely_names, look_at_sentence
from kith.ui.doors import door

KINDS = ("beneficiary", "domain", "direction")


@dataclass(frozen=True)
class FoundPage(FormPage):
    """Leads back to the next sentence."""

    @property
    def back(self) -> str:
        """The page of sentences."""
        return reverse("desk:review")


@door(user_may_see_clients)
def edit_found(request: ViewerRequest, proposal_id: UUID) -> HttpResponse:
    """The words and kinds as proposed, to be changed; words that look like names pointed out."""
    viewer = request.viewer
    found = found_for(viewer, proposal_id)
    said = look_at_sentence(viewer=viewer, proposal=found).sentence
    sent = request.POST if request.method == "POST" else None
    client = found.note.client
    kinds = {name: getattr(found.telling, name) for name in KINDS}
    form = FoundForm(sent, likely_names=_names(sent, said, client), initial={"account": said, **kinds})
    page = FoundPage(
        _("Set right what was found"), client, _("Accepted."), f"found:{found.id}", _("Accept it"),
        template="desk/edit_found.jinja", more={"facts": facts_of(found)},
    )  # fmt: skip
    return form_page(request, page, form, lambda: _accept(viewer, found, form.cleaned_data))


def _names(sent: Any, said: str, client: Client) -> list[str]:
    words = f"{sent.get('account', '')}\n{sent.get('relation', '')}" if sent else said
    return likely_names(words, [client.person.first_name, client.person.surname])


def _accept(viewer: Viewer, found: FoundSentence, given: dict[str, Any]) -> None:
    correction = Correction(
        account=given["account"], relation=given["relation"], not_names=given.get("not_names", ()),
        **{name: given[name] for name in KINDS},
    )  # fmt: skip
    judge(viewer=viewer, proposal_id=found.id, answer="accept", correction=correction)
