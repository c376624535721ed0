"""Gives a client to a worker."""

from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer, roles
from kith.kernel.errors import NotPossibleError
from kith.people.actions.amend_record import amend_record
from kith.people.models import Client
from kith.people.permissions import check_user_may_allocate_client


@transaction.atomic
def allocate_client(*, viewer: Viewer, client: Client, seat_id: UUID, version: int, reason: str = "") -> Client:
    """The client goes to a worker's seat, and to that seat's team if it has one.

    Raises NotAllowedError, NotPossibleError, StaleError.
    """
    check_user_may_allocate_client(viewer, client)
    seats = client.service.memberships.filter(id=seat_id, role=roles.WORKER, ended_at__isnull=True)
    seat = seats.values("id", "team_id").first()
    if seat is None:
        raise NotPossibleError("Choose somebody who works in this service now.")
    amend_record(
        viewer=viewer, client=client, record_type="client", kept=client, version=version, verb="allocated",
        changes={"allocated_to_id": seat["id"], "team_id": seat["team_id"] or client.team_id},
        reason=reason or "Given to another worker",
    )  # fmt: skip
    return client
