"""A client, everybody around her, and somebody who opened her record in an emergency."""

import pytest

from kith.access.models import User
from kith.glass.actions.ask_for_record import ask_for_record
from kith.glass.models import Glass
from kith.people.models import Client
from tests.around import around, client, worker

__all__ = ["around", "client", "worker"]
REFERENCE = "NT-0417"
REASON = "She fell at the market and nobody knows whom to call"


@pytest.fixture
def numbered(client):
    """The client, with a reference."""
    Client.objects.filter(id=client.id).update(reference=REFERENCE)
    client.refresh_from_db()
    return client


@pytest.fixture
def open_glass(numbered, around):
    """`open_glass()`: the other worker's look at the client's record; `open_glass(viewer)` of somebody else."""

    def opened(viewer=None, reason=REASON) -> Glass:
        answer = ask_for_record(
            viewer=viewer or around["other worker"], service_id=numbered.service_id, number=REFERENCE, reason=reason
        )
        return Glass.objects.get(id=answer.glass_id)

    return opened


@pytest.fixture
def at_desk(around, signed_in):
    """`at_desk("other worker")`: a signed-in test browser of somebody around the client."""
    return lambda stance: signed_in(user=User.objects.get(id=around[stance].actor.id))
