"""Tellings of change, and their states."""

from kith.ripples.models.telling import Telling, TellingState

__all__ = ["Telling", "TellingState"]
