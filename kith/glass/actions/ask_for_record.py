"""Opens one record outside one's scope, with a reason, until its end; or says that no record has that number."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django_q.tasks import async_task

from kith.access.api import Seat, Viewer, lock_user
from kith.audit.api import Deed, record
from kith.glass.models import Ask, Glass
from kith.glass.permissions import check_user_may_ask
from kith.glass.policies import check_may_ask_now, check_reason, rules
from kith.glass.queries import own_open_glass, record_numbered, services_in_reach
from kith.kernel.days import now
from kith.kernel.errors import NotFoundError, NotPossibleError
from kith.people.api import STAFF, Client, clients_visible_to

TELL = "kith.glass.actions.tell_managers.tell_managers"


@dataclass(frozen=True)
class Answer:
    """The look that was opened; none where no record has that number, which is an answer and is counted."""

    glass_id: UUID | None = None


@transaction.atomic
def ask_for_record(*, viewer: Viewer, service_id: UUID, number: str, reason: str) -> Answer:
    """Raises NotAllowedError, NotFoundError for a service out of reach, NotPossibleError."""
    check_user_may_ask(viewer)
    if service_id not in services_in_reach(viewer):
        raise NotFoundError("There is no such service among those whose records you may open in an emergency.")
    check_reason(reason)
    lock_user(viewer.actor.id)
    check_may_ask_now(viewer.actor.id)
    client = record_numbered(service_id, number)
    Ask.objects.create(service_id=service_id, by_id=viewer.actor.id, by_name=viewer.actor.name, in_vain=client is None)
    if client is None:
        record(actor=viewer.actor, deed=Deed("asked", "glass", service_id=service_id))
        return Answer()
    return Answer(_opened(viewer, client, reason).id)


def _opened(viewer: Viewer, client: Client, reason: str) -> Glass:
    if clients_visible_to(viewer).filter(id=client.id).exists():
        raise NotPossibleError("This client is among those you work with. Find them in your list.")
    standing = own_open_glass(viewer, client)
    return standing or _open(viewer, client, reason)


def _open(viewer: Viewer, client: Client, reason: str) -> Glass:
    at, seat = now(), _seat_of(viewer)
    glass = Glass.objects.create(
        service_id=client.service_id, client=client, by_id=viewer.actor.id, by_name=viewer.actor.name,
        by_role=seat.role, by_service_name=seat.service_name, reason=reason.strip(), opened_at=at,
        ends_at=at + rules().lasts,
    )  # fmt: skip
    record(actor=viewer.actor, deed=Deed("opened", "glass", [glass.id], (), client.id, client.service_id))
    async_task(TELL, str(glass.id))
    return glass


def _seat_of(viewer: Viewer) -> Seat:
    """The seat from which the viewer asks, the nearest to the work first."""
    seats = [seat for seat in viewer.seats if seat.role in STAFF]
    return min(seats, key=lambda seat: (STAFF.index(seat.role), seat.service_name))
