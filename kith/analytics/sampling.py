"""What a random sample says of everything it was drawn from, with intervals that know how much was drawn.

Sources: Buonaccorsi 1987, Am Stat 41:215-218 (exact limits of a hypergeometric proportion, by both tails); Zou and
Donner 2008, Stat Med 27:1693-1702 (limits of a sum from the limits of its parts).
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kith.analytics import checks, choices
from kith.analytics.errors import BadNumbers, TooFew
from kith.analytics.intervals import Interval


class Stratum(NamedTuple):
    """One population and a random sample of it: how many of the sample have a thing, have it not, or nobody can say."""

    has: int
    has_not: int
    unsure: int
    population: int

    @property
    def sampled(self) -> int:
        """How many of the sample somebody looked at."""
        return self.has + self.has_not + self.unsure


def how_many(has: int, sampled: int, population: int, *, confidence: float = 0.95) -> Interval:
    """How many of a population have a thing, from a random sample without replacement, with the exact interval.

    Shapes: single whole numbers. Units: members of the population; the ends are whole numbers. The whole population
    sampled leaves no doubt. Errors: BadNumbers for numbers that are not whole, for more in the sample than drawn, or
    more drawn than there are; TooFew where nothing was drawn. Source: Buonaccorsi 1987, both tails of half the doubt.
    """
    x, n, whole = (_whole(each, name) for each, name in zip((has, sampled, population), NAMES, strict=True))
    if not 0 <= x <= n <= whole:
        raise BadNumbers("More of the sample have it than were drawn, or more were drawn than there are.")
    if n == 0:
        raise TooFew("Nothing was drawn, so nothing can be said of the rest.")
    low, high = _ends(x, n, whole, (1 - checks.fraction(confidence, "confidence")) / 2)
    return Interval(whole * x / n, float(low), float(high), "hypergeometric")


_AS_GOOD_AS_EQUAL = 1e-9
NAMES = ("number that have it", "number drawn", "number there are")


def total(strata: Sequence[Stratum], *, confidence: float = 0.95) -> Interval:
    """How many of several populations together have a thing; the limits of the parts give those of the sum.

    Shapes: one stratum or more, each with somebody of whom it could be said. Units: members of the populations.
    Those of whom nobody can say are left out of the value; for the low end none of them has it, for the high end all.
    Errors: as `how_many`; TooFew where a stratum has nobody. Source: Zou and Donner 2008, for sums.
    """
    given = choices.listed(strata, "samples")
    if not given:
        raise TooFew("There is no sample to go by.")
    parts = [_of_stratum(each, confidence) for each in given]
    value = sum(part.value for part in parts)
    below = math.sqrt(sum((part.value - part.low) ** 2 for part in parts))
    above = math.sqrt(sum((part.high - part.value) ** 2 for part in parts))
    return Interval(value, value - below, value + above, "hypergeometric" if len(parts) == 1 else "zou_donner")


def _of_stratum(each: object, confidence: float) -> Interval:
    if not isinstance(each, Stratum):
        raise BadNumbers("A sample says how many have it, have it not and are unsure, and of how many it was drawn.")
    if min(_whole(value, "numbers of a sample") for value in each) < 0:
        raise BadNumbers("No number of a sample is below nought.")
    known = each.has + each.has_not
    if known == 0:
        raise TooFew("Of nobody in the sample could it be said.")
    low = how_many(each.has, each.sampled, each.population, confidence=confidence).low
    high = how_many(each.has + each.unsure, each.sampled, each.population, confidence=confidence).high
    return Interval(each.population * each.has / known, low, high, "hypergeometric")


def share_found(found: Interval, missed: Interval) -> Interval:
    """What share was found, from how many were found and how many were missed, each with its interval.

    The low end takes the low end of what was found and the high end of what was missed, the high end the reverse: with
    both at 97.5% the share is at 95% or more. Errors: BadNumbers for what is no interval; TooFew where nothing was
    found nor missed. Source: Bonferroni's inequality.
    """
    if not (_counts(found) and _counts(missed)):
        raise BadNumbers("What was found and what was missed are each a number with its interval.")
    whole = found.value + missed.value
    if whole <= 0:
        raise TooFew("Nothing was found and nothing was missed.")
    ends = ((found.low, missed.high), (found.high, missed.low))
    low, high = (part / (part + rest) if part + rest else edge for (part, rest), edge in zip(ends, (0, 1), strict=True))
    return Interval(found.value / whole, float(low), float(high), "bonferroni")


def _counts(given: object) -> bool:
    """Whether it is an interval of something that can be counted: from nought up, its value within its ends."""
    if not isinstance(given, Interval):
        return False
    value, low, high = checks.numbers(given[:3], "ends of an interval")
    return bool(0 <= low <= value <= high)


@lru_cache(4096)
def _ends(x: int, n: int, whole: int, tail: float) -> tuple[int, int]:
    """The fewest and the most in the population with which so many in the sample are not too surprising.

    The chance of x or more in the sample grows with the number in the population, so a search by halves finds both. A
    number at which the chance is just that of the tail, as far as it can be worked out, is not too surprising.
    """
    fewest, most, least = x, whole - (n - x), tail * (1 - _AS_GOOD_AS_EQUAL)
    low = _first(fewest, most, lambda m: _at_least(x, n, m, whole) >= least)
    high = _first(fewest, most, lambda m: _at_least(x + 1, n, m + 1, whole) > 1 - least)
    return low, min(high, most)


def _first(low: int, high: int, holds: object) -> int:
    """The first number between two for which a condition holds that holds from there on; the higher if none."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):  # type: ignore[operator]
            high = middle
        else:
            low = middle + 1
    return low


def _at_least(x: int, n: int, m: int, whole: int) -> float:
    """The chance that a sample of n holds x or more of the m that have it."""
    if x <= max(0, n - (whole - m)):
        return 1.0
    return math.fsum(math.exp(_log_chance(k, n, m, whole)) for k in range(x, min(n, m) + 1))


def _log_chance(k: int, n: int, m: int, whole: int) -> float:
    return _log_choose(m, k) + _log_choose(whole - m, n - k) - _log_choose(whole, n)


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def _whole(value: object, name: str) -> int:
    number = checks.number(value, name)
    if number != int(number):
        raise BadNumbers(f"The {name} must be a whole number.")
    return int(number)
