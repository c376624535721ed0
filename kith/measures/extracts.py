"""Flat tables of readings offered to analytics: everybody, for the service's own counts."""

from typing import Any
from uuid import UUID

from kith.analytics.contracts import Contract, Extract, day, entered, key, order, text, whole
from kith.measures.models import MissedReading, Reading


def _readings(service_id: UUID) -> Any:
    return Reading.objects.filter(client__service_id=service_id)


def _missed(service_id: UUID) -> Any:
    return MissedReading.objects.filter(client__service_id=service_id)


READINGS = Extract(
    Contract(
        "readings",
        1,
        "One row a reading, its value in thousandths",
        (
            key("reading"),
            key("client"),
            text("measure"),
            text("stage"),
            day("taken_on"),
            whole("thousandths"),
            order(),
            entered(),
        ),
    ),
    _readings,
    ("id", "client_id", "measure", "stage", "taken_on", "value_thousandths"),
    client="client_id",
)

MISSED_READINGS = Extract(
    Contract(
        "missed_readings",
        1,
        "One row a reason why a reading was not taken",
        (key("missed_reading"), key("client"), text("measure"), text("reason"), day("noted_on"), order()),
    ),
    _missed,
    ("id", "client_id", "measure", "reason", "noted_on"),
    client="client_id",
)
