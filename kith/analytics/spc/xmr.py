"""The XmR chart: one value a period, limits from the moving range, and the rules of Making Data Count."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum
from typing import Literal, TypeAlias

from kith.analytics import checks, choices
from kith.analytics.checks import Column
from kith.analytics.errors import BadNumbers, TooFew
from kith.analytics.spc import rules
from kith.analytics.spc.profiles import Profile, profile_named

Improvement: TypeAlias = Literal["increase", "decrease", "neutral"]
PointType: TypeAlias = Literal[
    "common_cause", "special_cause_improvement", "special_cause_concern", "special_cause_neutral"
]
Assurance: TypeAlias = Literal["consistently_pass", "consistently_fail", "inconsistent", "none"]
Rule: TypeAlias = Literal["", "outside_limits", "trend", "two_of_three", "shift"]

TO_LIMIT = 2.66  # 3 / d2 for ranges of two, as printed by Wheeler and by Making Data Count
SCREEN = 3.267  # D4 for ranges of two: a larger moving range is an outlier
ENOUGH_FOR_LIMITS = 12
WAYS: dict[str, int] = {"increase": 1, "decrease": -1, "neutral": 0}


@dataclass(frozen=True, slots=True)
class XmrChart:
    """One entry a point in each tuple.

    `direction` is +1 where a special cause is high or rising, -1 where low or falling; `rule` names the rule that
    found it. `variation` is the type of the last point. `trial_limits`: some group has fewer than 12 baseline points.
    """

    values: tuple[float, ...]
    mean: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    inner_lower: tuple[float, ...]
    inner_upper: tuple[float, ...]
    point_type: tuple[PointType, ...]
    direction: tuple[int, ...]
    rule: tuple[Rule, ...]
    variation: PointType
    assurance: Assurance
    improvement: Improvement
    target: float | None
    rebase_at: tuple[int, ...]
    trial_limits: bool


def xmr(
    values: Column,
    *,
    profile: str = "mdc_7_7",
    improvement: Improvement = "increase",
    target: float | None = None,
    rebase_at: Sequence[int] = (),
    baseline_points: int | None = None,
    screen_outliers: bool = False,
) -> XmrChart:
    """Limits, special causes, variation and assurance of a series in time order.

    Shapes: one column of one value or more; `rebase_at` holds the 0-based places of the first points of new groups.
    Limits are mean +- 2.66 times the mean moving range of the group's first `baseline_points` (all of them if None);
    with `screen_outliers`, moving ranges of 3.267 times their mean or more are left out once. Rules run within a group,
    in the order outside limits, trend, two of three, shift. A group of one point has its limits on it.
    Units: those of the values. Errors: TooFew for no values or fewer than two baseline points; BadNumbers;
    UnknownChoice. Source: NHSRplotthedots 0.2.2; METHODS 3.1.
    """
    series = checks.column(values, "values").tolist()
    lengths, way = profile_named(profile), _way(improvement)
    locked = _locked(baseline_points)
    screen = choices.yes_or_no(screen_outliers, "screen outliers")
    goal = None if target is None else checks.number(target, "target")
    starts = _starts(rebase_at, len(series))
    parts = [series[start:end] for start, end in pairwise([*starts, len(series)])]
    groups = [_group(part, lengths, locked, screen) for part in parts]
    lines = [group.lines for group in groups for _ in group.direction]
    direction = tuple(one for group in groups for one in group.direction)
    types = tuple(_type(one, way) for one in direction)
    mean, lower, upper, inner_lower, inner_upper, _ = zip(*lines, strict=True)
    return XmrChart(
        values=tuple(series),
        mean=mean,
        lower=lower,
        upper=upper,
        inner_lower=inner_lower,
        inner_upper=inner_upper,
        point_type=types,
        direction=direction,
        rule=tuple(one for group in groups for one in group.rule),
        variation=types[-1],
        assurance=_assurance(goal, lines[-1], way),
        improvement=improvement,
        target=goal,
        rebase_at=tuple(starts[1:]),
        trial_limits=any(group.baseline < ENOUGH_FOR_LIMITS for group in groups),
    )


@dataclass(slots=True)
class _Group:
    lines: rules.Lines
    direction: list[int]
    rule: list[Rule]
    baseline: int


def _group(values: list[float], profile: Profile, baseline_points: int | None, screen: bool) -> _Group:
    baseline = values[:baseline_points]
    lines = _lines(baseline, screen)
    side = rules.sides(values, lines.mean, lines.size)
    beyond = rules.outside(values, lines)
    found: list[tuple[Rule, list[int]]] = [
        ("outside_limits", beyond),
        ("trend", rules.trends(values, profile.trend)),
        ("two_of_three", rules.two_of_three(values, side, beyond, lines)),
        ("shift", rules.shifts(side, profile.shift)),
    ]
    direction = [0] * len(values)
    names: list[Rule] = [""] * len(values)
    for name, signals in reversed(found):
        for place, signal in enumerate(signals):
            if signal:
                direction[place], names[place] = signal, name
    return _Group(lines, direction, names, len(baseline))


def _lines(baseline: list[float], screen: bool) -> rules.Lines:
    mean = fsum(baseline) / len(baseline)
    ranges = [abs(after - before) for before, after in pairwise(baseline)]
    average = _average(ranges)
    if screen and average > 0:
        average = _average([one for one in ranges if one < SCREEN * average])
    reach = TO_LIMIT * average
    inner = reach * 2 / 3
    size = max(reach, *map(abs, baseline))
    return rules.Lines(mean, mean - reach, mean + reach, mean - inner, mean + inner, size)


def _average(ranges: list[float]) -> float:
    return fsum(ranges) / len(ranges) if ranges else 0.0


def _locked(baseline_points: int | None) -> int | None:
    if baseline_points is None:
        return None
    points = checks.whole(baseline_points, "baseline points")
    if points < 2:
        raise TooFew("Limits need at least two baseline points.")
    return points


def _starts(rebase_at: Sequence[int], length: int) -> list[int]:
    given = choices.listed(rebase_at, "places to rebase at")
    places = sorted({checks.whole(place, "places to rebase at") for place in given} | {0})
    if places[-1] >= length:
        raise BadNumbers("A place to rebase at lies behind the last point.")
    return places


def _way(improvement: str) -> int:
    return WAYS[choices.one_of(improvement, WAYS, "improvement")]


def _type(direction: int, way: int) -> PointType:
    if direction == 0:
        return "common_cause"
    if way == 0:
        return "special_cause_neutral"
    return "special_cause_improvement" if direction == way else "special_cause_concern"


def _assurance(target: float | None, lines: rules.Lines, way: int) -> Assurance:
    if target is None or way == 0:
        return "none"
    if rules.sides([target], lines.upper, lines.size) == [1]:
        return "consistently_fail" if way == 1 else "consistently_pass"
    if rules.sides([target], lines.lower, lines.size) == [-1]:
        return "consistently_pass" if way == 1 else "consistently_fail"
    return "inconsistent"
