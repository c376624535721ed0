"""Reads deciles, what lookups say of postcodes, and who lives where. Places are public: no scope applies."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from django.db.models import CharField, IntegerField, OuterRef, Subquery, Sum, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Replace, Upper

from kith.kernel import definitions
from kith.places.domain.homes import YEARS
from kith.places.models import (
    AreaIndex,
    AreaRank,
    Population,
    PopulationCount,
    Postcode,
    PostcodeLookup,
    ServiceArea,
)


def index_version(index: str) -> str:
    """The version held of an index, or '' when it was never brought in."""
    return AreaIndex.objects.filter(name=index).values_list("version", flat=True).first() or ""


def census_of(index: str) -> str:
    """The census whose small areas an index is on: '2011' or '2021'; '' for one on neither, or unknown."""
    if index not in definitions.names("indices"):
        return ""
    census = str(definitions.load("indices", index)["census"])
    return census if census in YEARS else ""


def deciles(index: str) -> dict[str, int]:
    """The decile of every area of an index, 1 most deprived; empty when the index was never brought in."""
    return dict(AreaRank.objects.filter(index__name=index).values_list("area_code", "decile"))


def decile_of(index: str, area_code: str) -> int | None:
    """The decile of one area, 1 most deprived, or None when it is unknown."""
    return AreaRank.objects.filter(index__name=index, area_code=area_code).values_list("decile", flat=True).first()


def governing_lookups() -> dict[str, UUID]:
    """The lookup that gives the areas of each census year; a year without one is not in it."""
    found = {}
    for year in YEARS:
        lookup = PostcodeLookup.objects.filter(**{f"governs_{year}": True}).values_list("id", flat=True).first()
        if lookup:
            found[year] = lookup
    return found


def lookup_editions() -> dict[str, str]:
    """The name of the edition that gives the areas of each census year."""
    held = PostcodeLookup.objects.filter(id__in=governing_lookups().values()).values_list("id", "edition")
    names = dict(held)
    return {year: names[lookup] for year, lookup in governing_lookups().items()}


def postcode_columns(postcode: str) -> dict[str, Combinable]:
    """Columns to add to a query by the name of its postcode field: area and end by census year, None where not held.

    Of a year without a lookup both are None, and `looked_up_<year>` is 0 instead of 1.
    """
    lookups, key = governing_lookups(), Replace(Upper(OuterRef(postcode)), Value(" "), Value(""))
    columns: dict[str, Combinable] = {}
    for year in YEARS:
        lookup = lookups.get(year)
        columns[f"looked_up_{year}"] = Value(int(lookup is not None))
        if lookup is None:
            columns[f"found_{year}"] = Cast(Value(None), CharField())
            columns[f"ended_{year}"] = Cast(Value(None), IntegerField())
            continue
        rows = Postcode.objects.filter(lookup_id=lookup, key=key)
        columns[f"found_{year}"] = Subquery(rows.values(f"area_{year}")[:1])
        columns[f"ended_{year}"] = Subquery(rows.values("ended")[:1])
    return columns


def areas_set(service_id: UUID) -> tuple[str, ...]:
    """The codes of the areas a service was said to work in; none where nobody said."""
    rows = ServiceArea.objects.filter(service_id=service_id).order_by("area_code")
    return tuple(rows.values_list("area_code", flat=True))


class HeldPopulation(NamedTuple):
    """A file of people as it is held."""

    id: UUID
    name: str
    census: str
    divisions: tuple[str, ...]
    areas: int


def populations() -> tuple[HeldPopulation, ...]:
    """Every file of people, the newest first."""
    rows = Population.objects.order_by("-imported_at", "-id")
    return tuple(HeldPopulation(p.id, p.name, p.census, tuple(p.divisions), p.areas) for p in rows)


def people_of(population_id: UUID, division: str, areas: Collection[str]) -> dict[str, int]:
    """The people of some areas by the values of a division ('everybody' has the value '')."""
    rows = PopulationCount.objects.filter(population_id=population_id, division=division, area_code__in=areas)
    return dict(rows.order_by("value").values_list("value").annotate(Sum("people")))


def people_by_area(population_id: UUID, areas: Collection[str]) -> dict[str, int]:
    """Everybody of each of some areas, those only which the file has."""
    rows = PopulationCount.objects.filter(population_id=population_id, division="everybody", area_code__in=areas)
    return dict(rows.values_list("area_code", "people"))


def areas_of(population_id: UUID) -> tuple[str, ...]:
    """The codes of every area of a file of people."""
    rows = PopulationCount.objects.filter(population_id=population_id, division="everybody").order_by("area_code")
    return tuple(rows.values_list("area_code", flat=True))
