"""An interval for the mean or median change that does not lean on the normal curve, for few people."""

from collections.abc import Callable
from typing import Any, Literal

import numpy as np

from kith.analytics import checks, choices
from kith.analytics.change.paired import changes
from kith.analytics.checks import Column, Floats
from kith.analytics.intervals import Interval

STATISTICS: dict[str, Callable[..., Any]] = {"mean": np.mean, "median": np.median}


def bootstrap(
    before: Column,
    after: Column,
    *,
    statistic: Literal["mean", "median"] = "mean",
    confidence: float = 0.95,
    repetitions: int = 10_000,
    seed: int = 1,
) -> Interval:
    """The mean (or median) change with its bias-corrected and accelerated bootstrap interval.

    Meant for fewer than 30 pairs. The same data and seed give the same interval. Of draws equal to the value half count
    as below it, as in scipy; R's boot counts none, so that with readings in whole numbers its ends lie a step lower.
    Shapes: two columns of one length, two pairs or more. Units: those of the readings.
    Errors: TooFew (also below 100 repetitions), BadNumbers, UnequalLengths, UnknownChoice.
    Source: Efron 1987, JASA 82:171-185; METHODS 3.5.
    """
    choices.one_of(statistic, STATISTICS, "statistic of a bootstrap")
    times = choices.draws(repetitions, "repetitions", least=100)
    change = changes(before, after, least=2)
    value = float(STATISTICS[statistic](change))
    method = f"bca_bootstrap_{statistic}"
    if float(change.min()) == float(change.max()):
        return Interval(value, value, value, method)
    draws = _draws(change, statistic, times, choices.seeded(seed))
    tails = _corrected_tails(change, draws, value, statistic, checks.fraction(confidence, "confidence"))
    low, high = np.quantile(draws, tails)
    return Interval(value, min(float(low), value), max(float(high), value), method)


def _draws(change: Floats, statistic: str, repetitions: int, chance: np.random.Generator) -> Floats:
    rows = chance.integers(0, len(change), size=(repetitions, len(change)))
    return np.asarray(STATISTICS[statistic](change[rows], axis=1), dtype=np.float64)


def _corrected_tails(change: Floats, draws: Floats, value: float, statistic: str, confidence: float) -> list[float]:
    from scipy.special import ndtr, ndtri

    # Ties with the value count half, as for a median of few people; kept off 0 and 1 so that z is finite.
    below = float(np.mean(draws < value) + np.mean(draws == value) / 2)
    bias = float(ndtri(min(max(below, 0.5 / len(draws)), 1 - 0.5 / len(draws))))
    pull = _acceleration(change, statistic)
    tail = (1 - confidence) / 2
    corrected = []
    for z in (float(ndtri(tail)), float(ndtri(1 - tail))):
        shifted = bias + z
        corrected.append(float(ndtr(bias + shifted / (1 - pull * shifted))))
    return corrected


def _acceleration(change: Floats, statistic: str) -> float:
    left_out = np.array([STATISTICS[statistic](np.delete(change, place)) for place in range(len(change))])
    away = left_out.mean() - left_out
    scale = float((away**2).sum()) ** 1.5
    return float((away**3).sum()) / (6 * scale) if scale > 0 else 0.0
