"""Deprivation of small areas, by index and version."""

from kith.places.models.area import AreaIndex, AreaRank

__all__ = ["AreaIndex", "AreaRank"]
