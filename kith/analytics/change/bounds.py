"""How far the missing readings could move the result: no change for all of them, and the change that tips it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from kith.analytics import checks
from kith.analytics.change.imputation import (
    count_of_imputations,
    imputed,
    numeric,
    pooled_change,
    started,
    with_gaps,
)
from kith.analytics.change.paired import Paired, paired
from kith.analytics.change.rubin import Pooled
from kith.analytics.errors import NotPublishable, TooFew


class TippingPoint(NamedTuple):
    """By how much worse than like people the missing must have fared for the result to lose its direction.

    `delta` is that shift of their later readings; `change_of_the_missing` the mean change they would then have had.
    """

    delta: float
    change_of_the_missing: float
    pooled: Pooled


def carried_forward(before: Sequence[float], after: Sequence[float | None], *, confidence: float = 0.95) -> Paired:
    """The change if nobody without a later reading had changed at all: a bound, not an estimate.

    Shapes: two columns of one length; None or NaN marks a missing later reading. Units: those of the readings.
    Errors: those of `paired`. Source: METHODS 3.5; biased in either direction (Sterne 2009, BMJ 338:b2393).
    """
    first, second = checks.column(before, "earlier readings", least=0), numeric(after, "later readings")
    checks.same_length(first, second)
    return paired(first, np.where(np.isnan(second), first, second), confidence=confidence)


def tipping_point(
    before: Sequence[float | None],
    after: Sequence[float | None],
    covariates: Mapping[str, Sequence[Any]] | None = None,
    *,
    imputations: int | None = None,
    confidence: float = 0.95,
    seed: int = 1,
) -> TippingPoint:
    """The shift of the missing readings at which the interval of the mean change first holds nought.

    Shapes and assumptions: as `multiple_imputation`, the drawn later readings all shifted by the same amount.
    Errors: TooFew if nobody is missing; NotPublishable if the interval holds nought already; those of
    `multiple_imputation`. Source: Ratitch, O'Kelly and Tosiello 2013, Pharm Stat 12:337-347; METHODS 3.5.
    """
    columns = with_gaps(before, after, covariates)
    gaps = np.isnan(columns)
    lost = gaps[started(gaps), 1]
    if not lost.any():
        raise TooFew("Everybody has a later reading, so there is nothing to tip.")
    filled = imputed(columns, gaps, count_of_imputations(gaps, imputations), seed)

    def shifted(delta: float) -> Pooled:
        return pooled_change([_shift(data, lost, delta) for data in filled], confidence)

    delta = _tipping(shifted)
    change = float(np.mean([(data[lost, 1] - data[lost, 0]).mean() for data in filled])) + delta
    return TippingPoint(delta, change, shifted(delta))


def _shift(data: Any, lost: Any, delta: float) -> Any:
    moved = data.copy()
    moved[lost, 1] += delta
    return moved


def _tipping(shifted: Callable[[float], Pooled]) -> float:
    plain = shifted(0.0).interval
    if plain.low <= 0 <= plain.high:
        raise NotPublishable("The interval of the change holds nought already, so there is nothing to tip.")
    way = -1.0 if plain.value > 0 else 1.0
    near, far = 0.0, way * max(abs(plain.value), abs(plain.high - plain.low))
    while not _holds_nought(shifted(far), plain.value):
        near, far = far, far * 2
    for _ in range(60):
        middle = (near + far) / 2
        near, far = (near, middle) if _holds_nought(shifted(middle), plain.value) else (middle, far)
    return float(far)


def _holds_nought(pooled: Pooled, direction: float) -> bool:
    return bool(pooled.interval.low <= 0 if direction > 0 else pooled.interval.high >= 0)
