"""Writes down who saw which clients."""

from collections.abc import Sequence
from uuid import UUID

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.people.api import Client


def note_listed(*, viewer: Viewer, clients: Sequence[Client], service_id: UUID | None) -> None:
    """A list was shown, with these clients on it."""
    if clients:
        ids = [client.id for client in clients]
        record(actor=viewer.actor, deed=Deed("listed", "client", ids, (), None, service_id))


def note_viewed(*, viewer: Viewer, client: Client) -> None:
    """A client's record was opened."""
    record(actor=viewer.actor, deed=Deed("viewed", "client", [client.id], (), client.id, client.service_id))
