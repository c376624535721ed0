"""Adds somebody to the staff record, with a seat."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer, roles, service_for
from kith.audit.api import Deed, record
from kith.workforce.models import Worker
from kith.workforce.permissions import check_user_may_add_worker
from kith.workforce.policies import check_can_add_worker


@transaction.atomic
def add_worker(
    *,
    viewer: Viewer,
    service_id: UUID,
    name: str,
    status: str,
    team_id: UUID | None = None,
    seat_id: UUID | None = None,
    reference: str = "",
    started_on: dt.date | None = None,
    home_area_code: str = "",
) -> Worker:
    """A worker in the seat named, or in a new seat that nobody signs in to yet.

    Raises NotFoundError, NotAllowedError, NotPossibleError.
    """
    service = service_for(viewer, service_id)
    check_user_may_add_worker(viewer, service.id)
    check_can_add_worker(service.id, name, status, reference)
    if seat_id is None:
        seat_id = service.memberships.create(name=name.strip(), role=roles.WORKER, team_id=team_id).id
    worker = Worker.objects.create(
        service=service, membership_id=seat_id, status=status, reference=reference, started_on=started_on,
        home_area_code=home_area_code,
    )  # fmt: skip
    record(actor=viewer.actor, deed=Deed("added", "worker", [worker.id], (), None, service.id))
    return worker
