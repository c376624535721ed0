"""Dated, sourced, reviewed parameters; there is no number of this kind in code."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from kith.analytics import choices

Entry = TypeVar("Entry")


@dataclass(frozen=True)
class UnitValue:
    """What one unit is taken to be worth, in pounds, with where that comes from.

    `confirmed` is false until somebody has read it in the original; a page that prints the figure says so.
    """

    name: str
    basis: str
    title: str
    central: float
    low: float
    high: float
    price_year: str
    source: str
    confirmed: bool
    elasticity: float = 0.0
    note: str = ""


@dataclass(frozen=True)
class Band:
    """A yearly rate that holds up to and with `to_year`."""

    to_year: int
    rate: float


@dataclass(frozen=True)
class Schedule:
    """Discount rates by band."""

    name: str
    title: str
    source: str
    confirmed: bool
    bands: tuple[Band, ...]


def unit_value(name: str | UnitValue) -> UnitValue:
    """The value of that name in kith/definitions/economics/values.yaml, or the value itself.

    Errors: UnknownChoice. Source: each entry carries its own.
    """
    if isinstance(name, UnitValue):
        return name
    return _found(values_from(_read("values")), name, "value")


def schedule_named(name: str | Schedule) -> Schedule:
    """The schedule of that name in kith/definitions/economics/discounting.yaml, or the schedule itself.

    Errors: UnknownChoice. Source: each entry carries its own.
    """
    if isinstance(name, Schedule):
        return name
    return _found(schedules_from(_read("discounting")), name, "discount schedule")


def values_from(definition: Mapping[str, Any]) -> dict[str, UnitValue]:
    """The unit values of a definition that has been read already."""
    return {name: UnitValue(name=name, **entry) for name, entry in definition["values"].items()}


def schedules_from(definition: Mapping[str, Any]) -> dict[str, Schedule]:
    """The schedules of a definition that has been read already."""
    return {
        name: Schedule(name=name, **{**entry, "bands": tuple(Band(**band) for band in entry["bands"])})
        for name, entry in definition["schedules"].items()
    }


def _found(known: Mapping[str, Entry], name: str, kind: str) -> Entry:
    return known[choices.one_of(name, known, kind)]


def _read(name: str) -> dict[str, Any]:
    from kith.kernel.definitions import load

    return load("economics", name)
