"""The people who live where a service works."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class LocalPopulation:
    """People by division (sex, age_band, ethnicity, fifth) and value, and what must be said of them."""

    people: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


NOBODY_COUNTED = LocalPopulation()
