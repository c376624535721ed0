"""Registers a person with a service."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer, roles, service_for
from kith.audit.api import Deed, record
from kith.kernel.days import today
from kith.kernel.errors import NotPossibleError
from kith.people.domain.details import PersonDetails
from kith.people.domain.names import sorted_name
from kith.people.models import Client, Person
from kith.people.permissions import check_user_may_register_client
from kith.people.policies import check_can_happen_on, check_details


@transaction.atomic
def register_client(
    *,
    viewer: Viewer,
    service_id: UUID,
    details: PersonDetails,
    first_contact_on: dt.date | None = None,
    reference: str = "",
) -> Client:
    """A new person and registration. A worker's new client is her own, a team leader's is her team's.

    Raises NotFoundError, NotAllowedError, NotPossibleError.
    """
    service = service_for(viewer, service_id)
    check_user_may_register_client(viewer, service.id)
    check_details(details)
    check_can_happen_on(first_contact_on or today(), "first contact")
    if reference and Client.objects.filter(service=service, reference=reference).exists():
        raise NotPossibleError("Another client of the service has that reference.")
    worker_id, team_id = _place(viewer, service.id)
    person = Person.objects.create(**details.fields())
    client = Client.objects.create(
        person=person, service=service, allocated_to_id=worker_id, team_id=team_id,
        reference=reference, first_contact_on=first_contact_on or today(),
        sorted_name=sorted_name(person.first_name, person.surname),
    )  # fmt: skip
    record(actor=viewer.actor, deed=Deed("registered", "client", [client.id], (), client.id, service.id))
    return client


def _place(viewer: Viewer, service_id: UUID) -> tuple[UUID | None, UUID | None]:
    """The seat and the team of the new client: those of whoever registers."""
    for seat in viewer.seats:
        if seat.service_id == service_id and seat.role in (roles.WORKER, roles.TEAM_LEADER):
            return (seat.membership_id if seat.role == roles.WORKER else None), seat.team_id
    return None, None
