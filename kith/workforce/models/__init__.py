"""Workers: their status, qualification and home area."""

from kith.workforce.models.worker import Worker

__all__ = ["Worker"]
