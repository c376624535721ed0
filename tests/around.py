"""Fixtures of a client and everybody around her, for the rooms that work with clients."""

import pytest

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
