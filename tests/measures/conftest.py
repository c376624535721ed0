"""A client and everybody around her."""

from tests.around import around, client, worker

__all__ = ["around", "client", "worker"]
