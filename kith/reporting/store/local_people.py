"""Who lives where a service works, to set beside whom it reaches."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pyarrow as pa
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.analytics.disclosure import Rule
from kith.kernel.days import Period
from kith.places.api import (
    HeldPopulation,
    areas_set,
    census_of,
    deciles,
    people_by_area,
    people_of,
    populations,
)
from kith.reporting.domain.local import LocalPopulation
from kith.reporting.domain.usable import NO_WORDS
from kith.reporting.queries import rows_of_period

DIVISIONS = ("sex", "age_band", "ethnicity")
COLUMN = {"2011": "area_2011", "2021": "area_2021"}


@dataclass(frozen=True)
class Local:
    """The areas a population is summed over; for each census where they follow from the clients."""

    set_by_manager: tuple[str, ...]
    clients: pa.Table
    fewest: int

    def areas(self, census: str) -> Collection[str]:
        """Those set for the service, else those in which so many clients of the period live."""
        if self.set_by_manager:
            return self.set_by_manager
        lived = Counter(self.clients[COLUMN.get(census, "area_code")].to_pylist())
        return {area for area, clients in lived.items() if area and clients >= self.fewest}

    def any_area(self, held: Collection[HeldPopulation]) -> bool:
        """Whether there is any local area at all."""
        return any(self.areas(each.census) for each in held)

    def words(self) -> str:
        """What local means."""
        if self.set_by_manager:
            return ngettext(
                "Local means the %(n)s area that the manager set for the service.",
                "Local means the %(n)s areas that the manager set for the service.",
                len(self.set_by_manager),
            ) % {"n": f"{len(self.set_by_manager):,}"}
        if self.fewest > 1:
            return _(
                "Local means the areas in which at least %(n)s clients of the period live, as no areas were set for "
                "the service: a sum over all areas of clients could tell in which of them a single client lives."
            ) % {"n": self.fewest}
        return _("Local means the areas in which clients of the period live, as no areas were set for the service.")


def local_people(service_id: UUID, tables: Mapping[str, Path], period: Period, rule: Rule | None) -> LocalPopulation:
    """People by division, from the newest file that divides them so; nothing where no file was brought in.

    With a rule, which protects small numbers, an area counts only with more clients than it hides.
    """
    held = populations()
    if not held:
        return LocalPopulation()
    clients = rows_of_period(tables, "clients", period, Path(settings.KITH_DATA), NO_WORDS)
    local = Local(areas_set(service_id), clients, rule.hide_to + 1 if rule else 1)
    people: dict[str, Mapping[str, int]] = {}
    used: list[HeldPopulation] = []
    for division in DIVISIONS:
        for each in held:
            found = people_of(each.id, division, local.areas(each.census)) if division in each.divisions else {}
            if found:
                people[division] = found
                used.append(each)
                break
    fifths = _by_fifth(held, local)
    if fifths:
        people["fifth"], source = fifths
        used.append(source)
    return LocalPopulation(people, (local.words(), *_sources(used, local), *_lacking(held, people, local)))


def _by_fifth(held: Collection[HeldPopulation], local: Local) -> tuple[Mapping[str, int], HeldPopulation] | None:
    """Everybody by the fifth of the area; only of people counted by the areas the index is on."""
    index = settings.KITH_DEPRIVATION_INDEX
    census, of = census_of(index), deciles(index)
    for each in held:
        if each.census != census or not of:
            continue
        fifths: Counter[str] = Counter()
        for area, people in people_by_area(each.id, local.areas(census)).items():
            if area in of:
                fifths[str((of[area] + 1) // 2)] += people
        if fifths.total():
            return fifths, each
    return None


def _sources(used: Collection[HeldPopulation], local: Local) -> list[str]:
    told = []
    for each in dict.fromkeys(used):
        areas = local.areas(each.census)
        there = len(people_by_area(each.id, areas))
        told.append(
            _("The people who live there are those of '%(name)s'; it has %(there)s of the %(areas)s areas.")
            % {"name": each.name, "there": f"{there:,}", "areas": f"{len(areas):,}"}
        )
    return told


def _lacking(held: Collection[HeldPopulation], people: Mapping[str, object], local: Local) -> list[str]:
    if not people and not local.any_area(held):
        return [_("No area has so many clients. Say in which areas the service works, with kith set-areas.")]
    if not people:
        return [_("No file of people that was brought in has any of these areas: nothing stands beside.")]
    census = census_of(settings.KITH_DEPRIVATION_INDEX)
    if "fifth" not in people and all(each.census != census for each in held):
        return [
            _("Deprivation stands alone: the people are counted by the areas of another census than the index is on.")
        ]
    return []
