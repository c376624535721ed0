"""Writes down who saw which clients."""

from collections.abc import Sequence
from uuid import UUID

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.people.api import Client


def note_listed(*, viewer: Viewer, client_ids: Sequence[UUID], service_id: UUID) -> None:
    """A list was shown, with these clients on it."""
    if client_ids:
        record(actor=viewer.actor, deed=Deed("listed", "client", client_ids, (), None, service_id))


def note_viewed(*, viewer: Viewer, client: Client) -> None:
    """A client's record was opened."""
    record(actor=viewer.actor, deed=Deed("viewed", "client", [client.id], (), client.id, client.service_id))
