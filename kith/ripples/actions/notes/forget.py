"""Forgets what was found in the notes of people who no longer say yes."""

from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.people.api import Client, may_use
from kith.ripples.actions.notes.take_back import forget_row, take_back
from kith.ripples.models import NoteRead, Proposal
from kith.ripples.queries.consent import PURPOSE, withdrawn_clients

REASON = "The client no longer says yes to this."


def forget_withdrawn(*, viewer: Viewer, service_id: UUID) -> int:
    """Forget everybody of a service who no longer says yes; returns how many people. A transaction each."""
    clients = withdrawn_clients(service_id)
    for client_id in clients:
        _forget(viewer, client_id, service_id)
    return len(clients)


@transaction.atomic
def forget_notes_of(*, viewer: Viewer, client: Client) -> None:
    """Forget one client, unless she says yes."""
    if not may_use(client, PURPOSE) and NoteRead.objects.filter(client=client).exists():
        _forget(viewer, client.id, client.service_id)


@transaction.atomic
def _forget(viewer: Viewer, client_id: UUID, service_id: UUID) -> None:
    take_back(viewer, list(Proposal.objects.filter(note__client_id=client_id).select_related("note")), REASON)
    notes = list(NoteRead.objects.filter(client_id=client_id))
    for note in notes:
        forget_row(note)
    deed = Deed("forgot", "note", [each.source_id for each in notes], (), client_id, service_id)
    record(actor=viewer.actor, deed=deed)
