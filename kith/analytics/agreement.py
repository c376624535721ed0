"""How far two readers of the same things agree.

Sources: Cohen 1960; Fleiss, Cohen and Everitt 1969, Psychol Bull 72:323-327 (its standard error); Gwet 2008, Br J Math
Stat Psychol 61:29-48 (AC1 and its standard error). Where nearly all things are of one kind kappa is low however well
two agree; AC1 is not, and so both stand together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from kith.analytics import checks
from kith.analytics.checks import Floats
from kith.analytics.errors import BadNumbers, TooFew
from kith.analytics.intervals import Interval, normal_quantile, wilson


@dataclass(frozen=True)
class Agreement:
    """How many things two have read, the share on which they agree, and the share beyond chance by two rules.

    `kappa` is missing where chance alone would make them agree on everything.
    """

    n: int
    share: Interval
    kappa: Interval | None
    ac1: Interval


def agreement(table: Sequence[Sequence[int]] | Any, *, confidence: float = 0.95) -> Agreement:
    """The agreement of two readers from a square table of counts: rows by the first answer, columns by the second.

    Shapes: as many rows as columns, two or more. Units: fractions of one; kappa and AC1 from -1 to 1.
    The share has Wilson's interval. Kappa and AC1 have that of their standard error; where the two agree on everything,
    which leaves no error, the low end follows from Wilson's. Errors: BadNumbers, TooFew for an empty table.
    Source: 13, 20, 56 on the diagonal of 100, 7 and 4 beside it, give 0.7964 (0.0589) and 0.8493 (0.0432).
    """
    counts = checks.not_negative(table, "counts")  # type: ignore[arg-type]  # a table of rows
    if counts.ndim != 2 or counts.shape[0] != counts.shape[1] or counts.shape[0] < 2:
        raise BadNumbers("The table of two readers must have as many rows as columns, two or more.")
    if (counts != np.floor(counts)).any():
        raise BadNumbers("The counts of two readers must be whole numbers.")
    n = counts.sum()
    if n < 1:
        raise TooFew("No two people have read the same thing.")
    share = wilson(counts.trace(), n, confidence=confidence)
    z = normal_quantile(confidence)
    return Agreement(int(n), share, _kappa(counts / n, n, share, z), _ac1(counts / n, n, share, z))


def _kappa(p: Floats, n: float, share: Interval, z: float) -> Interval | None:
    rows, columns, agreed = p.sum(axis=1), p.sum(axis=0), p.trace()
    chance = float(rows @ columns)
    if chance >= 1:
        return None
    value = (agreed - chance) / (1 - chance)
    on = np.diag(p) * (1 - (rows + columns) * (1 - value)) ** 2
    sides = (columns[:, None] + rows[None, :]) ** 2 * p
    off = (1 - value) ** 2 * (sides.sum() - sides.trace())
    spread = on.sum() + off - (value - chance * (1 - value)) ** 2
    return _interval(value, max(float(spread), 0.0) / (n * (1 - chance) ** 2), share, chance, z, "cohen_kappa")


def _ac1(p: Floats, n: float, share: Interval, z: float) -> Interval:
    kinds, usual, agreed = len(p), (p.sum(axis=1) + p.sum(axis=0)) / 2, p.trace()
    chance = float((usual * (1 - usual)).sum() / (kinds - 1))
    value = (agreed - chance) / (1 - chance)
    on = (np.diag(p) * (1 - usual)).sum() / (kinds - 1) - agreed * chance
    pairs = (p * (1 - (usual[:, None] + usual[None, :]) / 2) ** 2).sum() / (kinds - 1) ** 2 - chance**2
    spread = agreed * (1 - agreed) - 4 * (1 - value) * on + 4 * (1 - value) ** 2 * pairs
    return _interval(value, max(float(spread), 0.0) / (n * (1 - chance) ** 2), share, chance, z, "gwet_ac1")


def _interval(value: float, variance: float, share: Interval, chance: float, z: float, method: str) -> Interval:
    if share.value >= 1:
        return Interval(1.0, float(max((share.low - chance) / (1 - chance), -1.0)), 1.0, method)
    half = z * variance**0.5
    return Interval(float(value), float(max(value - half, -1.0)), float(min(value + half, 1.0)), method)
