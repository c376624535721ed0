"""Readings of measures, and why a second one is missing."""

from kith.measures.models.missed_reading import MissedReading
from kith.measures.models.reading import Reading

__all__ = ["MissedReading", "Reading"]
