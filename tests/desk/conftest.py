"""A client and everybody around her."""

import pytest

from kith.access.models import User
from tests.around import around, client, worker

__all__ = ["around", "client", "worker"]


@pytest.fixture
def at_desk(around, signed_in):
    """`at_desk("own worker")`: a signed-in test browser of somebody around the client."""

    def sit_down(stance: str):
        return signed_in(user=User.objects.get(id=around[stance].actor.id))

    return sit_down
