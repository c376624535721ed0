"""Flat tables of tellings and of notes read offered to analytics: kinds and states, never the words."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from kith.analytics.contracts import Contract, Extract, Row, day, entered, flag, key, order, text
from kith.ripples.models import NoteRead, Telling, TellingState

SESSIONS_ARE_IN = "casework"


def _tellings(service_id: UUID) -> Any:
    newest = TellingState.objects.filter(telling=OuterRef("pk")).order_by("-at", "-id")
    return Telling.objects.filter(service_id=service_id).annotate(newest_state=Subquery(newest.values("state")[:1]))


def _draft_without_state() -> Callable[[Row], Row]:
    return lambda row: (*row[:-1], row[-1] or "draft")


TELLINGS = Extract(
    Contract(
        "tellings",
        1,
        "One row a telling with its newest state; tellings of one change share it",
        (
            key("telling"),
            key("client"),
            key("change"),
            text("through"),
            text("beneficiary"),
            text("domain"),
            text("direction"),
            day("told_on"),
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
        "newest_state",
    ),
    client="client_id",
    shaping=_draft_without_state,
)


def _notes_read(service_id: UUID) -> Any:
    return NoteRead.objects.filter(service_id=service_id, source_room=SESSIONS_ARE_IN)


NOTES_READ = Extract(
    Contract(
        "notes_read",
        1,
        "One row a note that was read, by the visit or call it stands under, and whether it was withheld",
        (key("note_read"), key("session"), flag("withheld")),
    ),
    _notes_read,
    ("id", "source_id", "withheld"),
    client="client_id",
)
