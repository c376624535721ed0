"""Change of the same people between two readings."""

from typing import NamedTuple

import numpy as np

from kith.analytics import checks
from kith.analytics.checks import Column, Floats
from kith.analytics.intervals import Interval, mean_t


class Paired(NamedTuple):
    """Mean change with what a reader needs beside it, in the units of the readings.

    `sd` is that of the changes (n-1). `effect_size` is mean / sd (Cohen's d for pairs); None where nobody differs from
    the others, because nought has no multiple.
    """

    n: int
    mean: float
    median: float
    sd: float
    interval: Interval
    effect_size: float | None


def paired(before: Column, after: Column, *, confidence: float = 0.95) -> Paired:
    """The change from `before` to `after`, person by person, later less earlier.

    Shapes: two columns of one length, a person a row, complete pairs only. Units: those of the readings.
    Errors: TooFew below two pairs; UnequalLengths; BadNumbers for missing or infinite readings.
    Source: METHODS 3.5; interval by Student's t.
    """
    change = changes(before, after, least=2)
    interval = mean_t(change, confidence=confidence)
    sd = float(change.std(ddof=1))
    # Equal changes of decimals differ by rounding; a spread that small is none.
    spread = sd > 1e-12 * max(1.0, float(np.abs(change).max()))
    effect = interval.value / sd if spread else None
    return Paired(len(change), interval.value, float(np.median(change)), sd, interval, effect)


def changes(before: Column, after: Column, *, least: int = 1) -> Floats:
    """Later less earlier, for at least `least` pairs."""
    first = checks.column(before, "earlier readings", least=0)
    second = checks.column(after, "later readings", least=0)
    checks.same_length(first, second)
    return checks.column(second - first, "pairs", least=least)
