"""A deployment for the tests of a file."""

from tests.deployments import deployment

__all__ = ["deployment"]
