"""Flat tables of tellings and of notes read offered to analytics: kinds and states, never the words."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from kith.analytics.contracts import Contract, Extract, Row, day, entered, flag, key, order, text, whole
from kith.ripples.models import NoteRead, Proposal, Telling, TellingState
from kith.ripples.queries.judgements import decisive, with_answers
from kith.ripples.queries.notes import answers_about_notes

SESSIONS_ARE_IN = "casework"


def _tellings(service_id: UUID) -> Any:
    newest = TellingState.objects.filter(telling=OuterRef("pk")).order_by("-at", "-id")
    return Telling.objects.filter(service_id=service_id).annotate(
        newest_state=Subquery(newest.values("state")[:1]),
        from_a_note=Exists(Proposal.objects.filter(telling=OuterRef("pk"))),
    )


def _draft_without_state() -> Callable[[Row], Row]:
    return lambda row: (*row[:-1], row[-1] or "draft")


TELLINGS = Extract(
    Contract(
        "tellings",
        2,
        "One row a telling with its newest state, and whether it was found in a note; tellings of one change share it",
        (
            key("telling"),
            key("client"),
            key("change"),
            text("through"),
            text("beneficiary"),
            text("domain"),
            text("direction"),
            day("told_on"),
            flag("from_a_note"),
            text("state"),
            order(),
            entered(),
        ),
    ),
    _tellings,
    (
        "id",
        "client_id",
        "change_id",
        "through",
        "beneficiary",
        "domain",
        "direction",
        "told_on",
        "from_a_note",
        "newest_state",
    ),
    client="client_id",
    shaping=_draft_without_state,
)


def _notes_read(service_id: UUID) -> Any:
    answer = answers_about_notes(note=OuterRef("pk")).values("answer")
    read = NoteRead.objects.filter(service_id=service_id, source_room=SESSIONS_ARE_IN)
    return read.annotate(answer=Subquery(answer[:1]))


def _day_words(first: dt.date | None) -> str:
    """A frame is named by the first day of its period; '' is none."""
    return first.isoformat() if first else ""


NOTES_READ = Extract(
    Contract(
        "notes_read",
        1,
        "One row a note that was read, by the visit or call it stands under: whether it was withheld, how many "
        "sentences were found in it, the period it was drawn from at random, whether it was drawn, and what a person "
        "said of it",
        (
            key("note_read"),
            key("session"),
            flag("withheld"),
            whole("found"),
            text("frame"),
            whole("place"),
            text("answer"),
        ),
    ),
    _notes_read,
    ("id", "source_id", "withheld", "found", "frame__first", "place", "answer"),
    client="client_id",
    shaping=lambda: lambda row: (*row[:4], _day_words(row[4]), row[5], row[6] or ""),
)


def _sentences(service_id: UUID) -> Any:
    newest = TellingState.objects.filter(telling=OuterRef("telling")).order_by("-at", "-id")
    found = Proposal.objects.filter(note__service_id=service_id)
    return with_answers(found).annotate(newest_state=Subquery(newest.values("state")[:1]), decided=decisive())


SENTENCES = Extract(
    Contract(
        "sentences_found",
        2,
        "One row a sentence that was proposed: its telling and newest state, the first and the second answer and the "
        "first that decides, whether two people read it, the period it was drawn from at random and whether it was "
        "drawn",
        (
            key("sentence"),
            key("telling"),
            key("client"),
            day("told_on"),
            flag("read_twice"),
            whole("place"),
            text("frame"),
            text("first"),
            text("second"),
            text("decided"),
            text("state"),
        ),
    ),
    _sentences,
    (
        "id",
        "telling_id",
        "note__client_id",
        "telling__told_on",
        "read_twice",
        "place",
        "frame__first",
        "first_answer",
        "second_answer",
        "decided",
        "newest_state",
    ),
    client="note__client_id",
    shaping=lambda: lambda row: (*row[:6], _day_words(row[6]), *(each or "" for each in row[7:])),
)
