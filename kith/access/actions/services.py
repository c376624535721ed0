"""Makes services, and holds one still while it is written to."""

from uuid import UUID

from django.db import transaction

from kith.access.domain.viewer import Viewer
from kith.access.models import Organisation, Service, User
from kith.access.queries import SYSTEM
from kith.audit.api import Deed, record
from kith.kernel.errors import NotAllowedError, NotPossibleError
from kith.kernel.ids import new_id


@transaction.atomic
def make_service(
    *, viewer: Viewer, name: str, organisation: str = "", is_demo: bool = False, service_id: UUID | None = None
) -> Service:
    """A new service, in an organisation of the same name unless one is named."""
    if not viewer.is_system:
        raise NotAllowedError("Only the command line makes a service.")
    if not name.strip():
        raise NotPossibleError("A service needs a name.")
    owner, _ = Organisation.objects.get_or_create(name=(organisation or name).strip())
    service = Service.objects.create(id=service_id or new_id(), organisation=owner, name=name.strip(), is_demo=is_demo)
    record(actor=viewer.actor, deed=Deed("made", "service", [service.id], service_id=service.id))
    return service


def lock_service(service_id: UUID) -> None:
    """Let one writer of many rows at a time into a service; within the caller's transaction."""
    Service.objects.select_for_update().get(id=service_id)


def lock_user(user_id: UUID) -> None:
    """Let one person do one thing at a time, where what they did before counts; within the caller's transaction."""
    User.objects.select_for_update().get(id=user_id)


def make_system_actor() -> None:
    """The account the system acts as: named in every audit row it writes, and nobody can sign in to it."""
    defaults = {"name": SYSTEM.name, "email": "system@kith.invalid", "is_active": False, "password": "!"}
    User.objects.get_or_create(id=SYSTEM.id, defaults=defaults)
