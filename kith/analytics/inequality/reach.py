"""Whom a service reaches, group by group, beside the people who live there."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from kith.analytics import checks, choices
from kith.analytics.checks import Column
from kith.analytics.errors import BadNumbers, UnequalLengths
from kith.analytics.intervals import Interval, wilson


class ReachRow(NamedTuple):
    """One group.

    `rate`: share of the group's people who were served. `share_of_served`: the group's share of everybody served.
    `share_of_population`: its share of the people. `ratio`: the one share over the other, one where they agree.
    """

    group: Any
    served: float
    population: float
    rate: Interval
    share_of_served: Interval
    share_of_population: float
    ratio: Interval


def reach(
    served: Mapping[Any, float] | Column, population: Mapping[Any, float] | Column, *, confidence: float = 0.95
) -> tuple[ReachRow, ...]:
    """Served people by group beside the population, with Wilson intervals.

    Shapes: two mappings (or labelled series) with the same groups, or two columns of one length (groups are then 0, 1,
    2). Units: people.
    The ratio's interval is that of the share of the served; the population's shares are taken as known.
    Errors: BadNumbers for a population of nought, more served than live there, or nobody served; UnequalLengths;
    RepeatedLabel.
    Source: METHODS 3.3 (Wilson).
    """
    groups, number, people = _columns(served, population)
    numbers = checks.not_negative(checks.column(number, "people served"), "people served")
    living = checks.positive(checks.column(people, "population"), "populations")
    checks.same_length(numbers, living)
    everybody = float(numbers.sum())
    if everybody == 0:
        raise BadNumbers("Nobody was served, so no group has a share.")
    return tuple(
        _row(group, float(count), float(base), everybody, float(living.sum()), confidence)
        for group, count, base in zip(groups, numbers, living, strict=True)
    )


def _columns(served: Any, population: Any) -> tuple[list[Any], Any, Any]:
    if not all(isinstance(each, Mapping) or hasattr(each, "to_dict") for each in (served, population)):
        columns = checks.column(served, "people served"), checks.column(population, "population")
        return list(range(len(columns[0]))), *columns
    by_group, living = choices.labelled(served), choices.labelled(population)
    if set(by_group) != set(living):
        raise UnequalLengths("The groups served and the groups of the population are not the same.")
    return list(by_group), list(by_group.values()), [living[group] for group in by_group]


def _row(group: Any, count: float, base: float, everybody: float, living: float, confidence: float) -> ReachRow:
    share = wilson(count, everybody, confidence=confidence)
    expected = base / living
    ratio = Interval(share.value / expected, share.low / expected, share.high / expected, "wilson")
    return ReachRow(group, count, base, wilson(count, base, confidence=confidence), share, expected, ratio)
