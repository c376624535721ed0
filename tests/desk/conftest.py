"""A client and everybody around her."""

import pytest

from kith.access.models import User
from tests.factories.clients import Neighbourhood, neighbourhood


@pytest.fixture
def around(make_user, service, other_service, team) -> Neighbourhood:
    """`around.client`, and `around["own worker"]` and every other stance."""
    return neighbourhood(make_user, service, other_service, team)


@pytest.fixture
def client(around):
    """The client of `around["own worker"]`."""
    return around.client


@pytest.fixture
def worker(around):
    """The worker to whom the client is allocated."""
    return around["own worker"]


@pytest.fixture
def at_desk(around, signed_in):
    """`at_desk("own worker")`: a signed-in test browser of somebody around the client."""

    def sit_down(stance: str):
        return signed_in(user=User.objects.get(id=around[stance].actor.id))

    return sit_down
