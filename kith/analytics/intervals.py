"""Intervals for proportions, counts, means and differences, as UKHSA publishes them.

Sources: UKHSA PHEindicatormethods 2.1; Wilson 1927; Breslow and Day 1987 (Byar); Newcombe 1998, method 10.
Each function takes a single number or an array and gives back the same.
"""

from statistics import NormalDist
from typing import Any, NamedTuple

import numpy as np

from kith.analytics import checks
from kith.analytics.checks import Column, Floats, NumberOrColumn
from kith.analytics.errors import BadNumbers

EXACT_BELOW = 10


class Interval(NamedTuple):
    """A figure and the range it is published with; numbers or arrays of one shape."""

    value: Any
    low: Any
    high: Any
    method: str


def wilson(count: NumberOrColumn, base: NumberOrColumn, *, confidence: float = 0.95) -> Interval:
    """A proportion with its Wilson score interval.

    Shapes: numbers, or arrays of one shape. Units: fractions of one.
    Errors: BadNumbers for a base of nought, a count above its base, negative, missing or infinite numbers;
    UnequalLengths. Source: Wilson 1927; METHODS 3.3; 1 of 100 gives .00176743 to .05448620.
    """
    counts, bases = _counts_and_bases(count, base)
    z = normal_quantile(confidence)
    proportion, low, high = _wilson(counts, bases, z)
    return _interval(proportion, low, high, "wilson")


def byar(count: NumberOrColumn, *, confidence: float = 0.95) -> Interval:
    """A count with Byar's approximate Poisson interval, at any count.

    Where the formula turns negative (one event at 99.3% or more) the lower limit is nought; UKHSA leaves it out there.
    Shapes: a number or an array. Units: those of the count. Errors: BadNumbers.
    Source: Breslow and Day 1987, vol. II, p. 69; 65 gives 50.163188 to 82.849139.
    """
    counts = checks.not_negative(count, "counts")
    low, high = _byar(counts, normal_quantile(confidence))
    return _interval(counts, low, high, "byar")


def poisson_exact(count: NumberOrColumn, *, confidence: float = 0.95) -> Interval:
    """A count with the exact Poisson interval by the chi-squared distribution.

    Shapes: a number or an array. Units: those of the count. Errors: BadNumbers.
    Source: Garwood 1936; UKHSA PHEindicatormethods.
    """
    counts = checks.not_negative(count, "counts")
    low, high = _exact(counts, checks.fraction(confidence, "confidence"))
    return _interval(counts, low, high, "poisson_exact")


def count_interval(count: NumberOrColumn, *, confidence: float = 0.95) -> Interval:
    """A count with the interval UKHSA publishes: exact below 10, Byar from 10 upwards.

    Shapes: a number or an array. Units: those of the count. Errors: BadNumbers.
    `method` names the one used, or both where an array needs both. Source: METHODS 3.3.
    """
    counts = checks.not_negative(count, "counts")
    share = checks.fraction(confidence, "confidence")
    small = counts < EXACT_BELOW
    low, high = _byar(counts, normal_quantile(share))
    if small.any():
        exact_low, exact_high = _exact(counts, share)
        low, high = np.where(small, exact_low, low), np.where(small, exact_high, high)
    return _interval(counts, low, high, _method_of_counts(small))


def mean_t(values: Column, *, confidence: float = 0.95) -> Interval:
    """The mean of one column with its interval by Student's t.

    Shape: one column of two numbers or more. Units: those of the values.
    Errors: TooFew below two values; BadNumbers. Source: UKHSA PHEindicatormethods, phe_mean.
    """
    column = checks.column(values, "values", least=2)
    mean = float(column.mean())
    half = t_quantile(confidence, len(column) - 1) * float(column.std(ddof=1)) / len(column) ** 0.5
    return Interval(mean, mean - half, mean + half, "student_t")


def difference_of_proportions(
    count_1: NumberOrColumn,
    base_1: NumberOrColumn,
    count_2: NumberOrColumn,
    base_2: NumberOrColumn,
    *,
    confidence: float = 0.95,
) -> Interval:
    """The first proportion less the second, with Newcombe's hybrid score interval.

    Shapes: numbers, or arrays of one shape. Units: fractions of one, from -1 to 1.
    Errors: as `wilson`. Source: Newcombe 1998, Stat Med 17:873-890, method 10; 56/70 less 48/80 gives
    0.0524 to 0.3339.
    """
    z = normal_quantile(confidence)
    first, low_1, high_1 = _wilson(*_counts_and_bases(count_1, base_1), z)
    second, low_2, high_2 = _wilson(*_counts_and_bases(count_2, base_2), z)
    checks.side_by_side(first, second)
    difference = first - second
    low = difference - np.sqrt((first - low_1) ** 2 + (high_2 - second) ** 2)
    high = difference + np.sqrt((high_1 - first) ** 2 + (second - low_2) ** 2)
    return _interval(difference, np.maximum(low, -1.0), np.minimum(high, 1.0), "newcombe")


def normal_quantile(confidence: float) -> float:
    """How many standard errors on either side hold `confidence` of a normal distribution.

    Shapes: a number. Units: standard errors. Errors: BadNumbers for a confidence not between 0 and 1.
    Source: NIST/SEMATECH e-Handbook of Statistical Methods 1.3.6.7.2, last line; .95 gives 1.960.
    """
    return NormalDist().inv_cdf(0.5 + checks.fraction(confidence, "confidence") / 2)


def t_quantile(confidence: float, freedom: float) -> float:
    """How many standard errors on either side hold `confidence` of Student's t with `freedom` degrees of freedom.

    Shapes: numbers; `freedom` need not be whole. Units: standard errors.
    Errors: BadNumbers for a confidence not between 0 and 1, or a freedom not above nought.
    Source: NIST/SEMATECH e-Handbook of Statistical Methods 1.3.6.7.2; .95 with 10 gives 2.228.
    """
    from scipy.special import stdtrit

    degrees = checks.positive(checks.number(freedom, "degrees of freedom"), "degrees of freedom")
    return float(stdtrit(float(degrees), 0.5 + checks.fraction(confidence, "confidence") / 2))


def _counts_and_bases(count: NumberOrColumn, base: NumberOrColumn) -> tuple[Floats, Floats]:
    counts, bases = checks.not_negative(count, "counts"), checks.numbers(base, "bases")
    checks.side_by_side(counts, bases)
    if bases.size and bases.min() < checks.SMALLEST:
        raise BadNumbers("A base is nought or below, so there is nothing to take a share of.")
    room = bases - counts
    if room.size and room.min() < 0:
        raise BadNumbers("A count is larger than its base.")
    return counts, bases


def _wilson(counts: Floats, bases: Floats, z: float) -> tuple[Floats, Floats, Floats]:
    proportion = counts / bases
    middle = 2 * counts + z * z
    spread = z * np.sqrt(z * z + 4 * counts * (1 - proportion))
    width = 2 * (bases + z * z)
    # At counts of nought and of everybody rounding may leave an end a hair inside or outside 0 and 1.
    low = np.minimum(np.maximum((middle - spread) / width, 0.0), proportion)
    return proportion, low, np.minimum(np.maximum((middle + spread) / width, proportion), 1.0)


def _byar(counts: Floats, z: float) -> tuple[Floats, Floats]:
    divisor = np.maximum(counts, 1e-9)
    root = 1 - 1 / (9 * divisor) - z / (3 * np.sqrt(divisor))
    low = counts * np.maximum(root, 0.0) ** 3
    above = counts + 1
    return low, above * (1 - 1 / (9 * above) + z / (3 * np.sqrt(above))) ** 3


def _exact(counts: Floats, confidence: float) -> tuple[Floats, Floats]:
    from scipy.special import gammaincinv

    tail = (1 - confidence) / 2
    # Half the chi-squared quantile with 2x degrees of freedom is the gamma quantile of shape x.
    low = np.where(counts > 0, gammaincinv(np.maximum(counts, 1e-9), tail), 0.0)
    return low, gammaincinv(counts + 1, 1 - tail)


def _method_of_counts(small: Any) -> str:
    if small.all():
        return "poisson_exact"
    return "poisson_exact below 10, byar from 10" if small.any() else "byar"


def _interval(value: Floats, low: Floats, high: Floats, method: str) -> Interval:
    if np.ndim(low) == 0:
        return Interval(float(value), float(low), float(high), method)
    return Interval(np.broadcast_to(value, np.shape(low)), low, high, method)
