"""A sentence found in a note, laid out for whoever judges it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import Viewer
from kith.desk.web.presenters.client import name_of
from kith.kernel.errors import NotPossibleError
from kith.ripples.api import (
    BENEFICIARY_WORDS,
    DIRECTION_WORDS,
    TOPIC_WORDS,
    FoundSentence,
    look_at_note,
    look_at_sentence,
    notes_to_judge,
    proposal_for,
    to_judge,
)

TRIED = 10


def next_shown(viewer: Viewer) -> dict[str, Any] | None:
    """The first that can still be shown; one whose note was corrected since is passed over."""
    for waiting in to_judge(viewer)[:TRIED]:
        found = proposal_for(viewer, waiting.id)
        try:
            said = look_at_sentence(viewer=viewer, proposal=found)
        except NotPossibleError:
            continue
        client = found.note.client
        return {
            "id": str(found.id), "said": said, "facts": facts_of(found), "name": name_of(client),
            "client": reverse("desk:client", args=[client.id]), "edit": reverse("desk:edit_found", args=[found.id]),
            "is_random": found.place is not None,
        }  # fmt: skip
    return None


def next_note(viewer: Viewer) -> dict[str, Any] | None:
    """The first random note without a find that can still be shown."""
    for note in notes_to_judge(viewer)[:TRIED]:
        try:
            words = look_at_note(viewer=viewer, note=note)
        except NotPossibleError:
            continue
        client = reverse("desk:client", args=[note.client_id])
        return {"id": str(note.id), "words": words, "name": name_of(note.client), "client": client}
    return None


def facts_of(found: FoundSentence) -> list[dict[str, str]]:
    """Who for, what about, which way, and the words that found it."""
    telling = found.telling
    return [
        {"key": _("Who for"), "value": BENEFICIARY_WORDS[telling.beneficiary]},
        {"key": _("What about"), "value": TOPIC_WORDS[telling.domain]},
        {"key": _("Which way"), "value": DIRECTION_WORDS[telling.direction]},
        {"key": _("Found by"), "value": found.cue},
    ]
