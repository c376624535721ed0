"""Small areas: their deprivation, their postcodes, their people, and which of them a service works in."""

from kith.places.models.area import AreaIndex, AreaRank
from kith.places.models.population import Population, PopulationCount
from kith.places.models.postcode import Postcode, PostcodeLookup
from kith.places.models.service_area import ServiceArea

__all__ = [
    "AreaIndex", "AreaRank", "Population", "PopulationCount", "Postcode", "PostcodeLookup", "ServiceArea",
]  # fmt: skip
