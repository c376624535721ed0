"""Whose notes may be read."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.people.api import Client, with_consent
from kith.ripples.models import NoteRead

PURPOSE = "evaluation"


def readable_clients() -> QuerySet[Client]:
    """Clients whose newest answer to evaluation is a recorded yes, as ids to be looked into.

    Of every service: whoever looks into them names the service. Named here as well, it leads PostgreSQL to go through
    all clients of the service for each record, until it has counted what an import brought.
    """
    return with_consent(Client.objects.all(), PURPOSE).filter(Q(consent="yes")).values("id")  # type: ignore[return-value]


def withdrawn_clients(service_id: UUID) -> list[UUID]:
    """Clients of a service whose notes were read, and whose newest answer is a yes no longer."""
    read = NoteRead.objects.filter(client=OuterRef("pk"))
    clients = with_consent(Client.objects.filter(Exists(read), service_id=service_id), PURPOSE)
    return sorted(clients.filter(Q(consent__isnull=True) | Q(consent="no")).values_list("id", flat=True))
