"""A deployment for the tests of a file, and a browser of nobody."""

import pytest
from django.test import Client as Browser

from tests.deployments import deployment

__all__ = ["deployment"]


@pytest.fixture
def client_of_nobody() -> Browser:
    """Nobody is signed in."""
    return Browser()
