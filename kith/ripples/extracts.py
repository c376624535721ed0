"""Flat tables of tellings offered to analytics: kinds and states, never the account."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from kith.analytics.contracts import Contract, Extract, Row, day, entered, key, order, text
from kith.ripples.models import Telling, TellingState


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
