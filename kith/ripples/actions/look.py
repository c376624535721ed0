"""Shows a sentence, or a note, to whoever is to judge it, and writes down that the record was seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.people.api import Client
from kith.ripples.domain.notes import InContext, in_context
from kith.ripples.models import NoteRead, Proposal
from kith.ripples.queries.as_read import sentence_of, stands, texts_of
from kith.ripples.queries.notes import notes_to_judge
from kith.ripples.queries.review import to_judge

Waiting = TypeVar("Waiting", Proposal, NoteRead)
AT_ONCE = 20


@dataclass(frozen=True)
class ShownSentence:
    """A sentence that waits, with a little around it."""

    found: Proposal
    said: InContext


@dataclass(frozen=True)
class ShownNote:
    """A random note in which nothing was found, and its words."""

    note: NoteRead
    words: str


@transaction.atomic
def look_at_sentence(*, viewer: Viewer, proposal: Proposal) -> InContext:
    """The sentence with a little around it. Raises NotPossibleError where the note no longer says it."""
    said = sentence_of(viewer, proposal)
    _write_down(viewer, proposal.note.client)
    return said


@transaction.atomic
def look_at_next_sentence(*, viewer: Viewer) -> ShownSentence | None:
    """The first that waits for the viewer and still stands in its note, however many before it do not."""
    waiting = to_judge(viewer).select_related("telling", "note__client__person")
    for found, note, text in _with_texts(viewer, waiting):
        if stands(note, text):
            _write_down(viewer, note.client)
            return ShownSentence(found, in_context(text, found.start, found.end))
    return None


@transaction.atomic
def look_at_next_note(*, viewer: Viewer) -> ShownNote | None:
    """The first random note that waits for the viewer and still says what was read."""
    for note, _same, text in _with_texts(viewer, notes_to_judge(viewer)):
        if stands(note, text):
            _write_down(viewer, note.client)
            return ShownNote(note, text)
    return None


def _with_texts(viewer: Viewer, waiting: QuerySet[Waiting]) -> Iterator[tuple[Waiting, NoteRead, str]]:
    """What waits with its note and the note's words, a few at a time, so that each costs no query of its own."""
    start = 0
    while some := list(waiting[start : start + AT_ONCE]):
        notes = [each if isinstance(each, NoteRead) else each.note for each in some]
        texts = texts_of(viewer, {note.source_id for note in notes})
        for each, note in zip(some, notes, strict=True):
            yield each, note, texts.get(note.source_id, "")
        start += AT_ONCE


def _write_down(viewer: Viewer, client: Client) -> None:
    record(actor=viewer.actor, deed=Deed("viewed", "client", [client.id], (), client.id, client.service_id))
