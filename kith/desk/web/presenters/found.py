"""A sentence found in a note, and a random note without one, laid out for whoever judges them."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.desk.web.presenters.client import name_of
from kith.ripples.api import (
    BENEFICIARY_WORDS,
    CIRCLE_WORDS,
    DIRECTION_WORDS,
    TOPIC_WORDS,
    FoundSentence,
    Progress,
    ShownNote,
    ShownSentence,
    kinds_as_proposed,
)
from kith.ui.words import day


def sentence_page(shown: ShownSentence) -> dict[str, Any]:
    """The sentence with what stands around it, and the facts as they were proposed."""
    found, client = shown.found, shown.found.note.client
    return {
        "id": str(found.id), "said": shown.said, "facts": facts_of(found), "name": name_of(client),
        "written_on": day(found.note.noted_on), "client": reverse("desk:client", args=[client.id]),
        "edit": reverse("desk:edit_found", args=[found.id]), "is_random": found.place is not None,
    }  # fmt: skip


def note_page(shown: ShownNote) -> dict[str, Any]:
    """The whole note."""
    client = shown.note.client
    return {
        "id": str(shown.note.id), "words": shown.words, "name": name_of(client),
        "written_on": day(shown.note.noted_on), "client": reverse("desk:client", args=[client.id]),
    }  # fmt: skip


def progress_said(progress: Progress, *, is_shown: bool) -> list[str]:
    """How far the viewer is with what was drawn at random, and what else waits."""
    lines = []
    if progress.drawn:
        lines.append(_("Sentences drawn at random come first: %(read)s of %(drawn)s are read.") % vars(progress))
    elif is_shown:
        lines.append(
            _("None of these was drawn at random. Kith draws once a year is over; the manager may do so before.")
        )
    if is_shown:
        lines.append(_("Waiting for you in all: %(waiting)s.") % vars(progress))
    return lines


def facts_of(found: FoundSentence) -> list[dict[str, str]]:
    """Who for, what about, which way, as they were proposed; and the words that led to it."""
    kinds = kinds_as_proposed(found)
    who = [{"key": _("Who for"), "value": BENEFICIARY_WORDS[kinds["beneficiary"]]}]
    if kinds["through"] == "worker":
        who.append({"key": _("Around whom"), "value": CIRCLE_WORDS["worker"]})
    return [
        *who,
        {"key": _("What about"), "value": TOPIC_WORDS[kinds["domain"]]},
        {"key": _("Which way"), "value": DIRECTION_WORDS[kinds["direction"]]},
        {"key": _("Words that led to it"), "value": found.led_by},
    ]
