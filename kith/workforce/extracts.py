"""Flat tables of workers offered to analytics. Figures of them are never by worker."""

from typing import Any
from uuid import UUID

from kith.analytics.contracts import Contract, Extract, day, key, text
from kith.workforce.models import Worker


def _workers(service_id: UUID) -> Any:
    return Worker.objects.filter(service_id=service_id)


WORKERS = Extract(
    Contract(
        "workers",
        1,
        "One row a worker: status, employment and home area; no name",
        (key("worker"), key("seat"), text("status"), day("started_on"), day("left_on"), text("area_code")),
    ),
    _workers,
    ("id", "membership_id", "status", "started_on", "left_on", "home_area_code"),
)
