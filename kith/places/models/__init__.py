"""Small areas: their deprivation by index and version, and the postcodes that lie in them."""

from kith.places.models.area import AreaIndex, AreaRank
from kith.places.models.postcode import Postcode, PostcodeLookup

__all__ = ["AreaIndex", "AreaRank", "Postcode", "PostcodeLookup"]
