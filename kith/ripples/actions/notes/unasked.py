"""Has notes read without anybody asking: after an import, when figures are counted again, and every hour."""

from uuid import UUID

from django.db import transaction
from django_q.models import Schedule
from django_q.tasks import async_task

from kith.access.api import services_visible_to, system_viewer
from kith.ripples.actions.notes.propose import propose_ripples
from kith.rows.api import rows_of

READ_ONE = "kith.ripples.actions.notes.unasked.read_notes_of"
READ_ALL = "kith.ripples.actions.notes.unasked.read_all_notes"


@transaction.atomic
def read_notes_soon(service_id: UUID) -> None:
    """Let the worker for jobs read a service's notes; where the caller's transaction fails, it does not."""
    async_task(READ_ONE, str(service_id))


def read_notes_regularly() -> None:
    """Let the worker read every hour what was written, corrected or agreed to since."""
    Schedule.objects.update_or_create(
        func=READ_ALL, defaults={"name": "Read new notes", "schedule_type": Schedule.HOURLY}
    )


def read_notes_of(service_id: str) -> None:
    """The job for one service."""
    _read(UUID(service_id))


def read_all_notes() -> None:
    """The job for all services, one after another."""
    for service_id in services_visible_to(system_viewer()).order_by("id").values_list("id", flat=True):
        _read(service_id)


def _read(service_id: UUID) -> None:
    """The worker sees no row by itself, and here those of one service."""
    with rows_of(services=frozenset([service_id])):
        propose_ripples(viewer=system_viewer(), service_id=service_id)
