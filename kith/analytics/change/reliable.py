"""Whether one person's change is larger than the questionnaire's own error: Jacobson and Truax."""

from typing import Any, NamedTuple

import numpy as np

from kith.analytics import checks
from kith.analytics.checks import NumberOrColumn
from kith.analytics.errors import BadNumbers

CRITICAL = 1.96


class ReliableChange(NamedTuple):
    """`index` and `reliable` per person; `least_change` is the smallest change that counts, in the measure's units.

    `direction` is up, down or none per person: which of them is better, the measure says.
    """

    index: Any
    reliable: Any
    direction: Any
    least_change: float


def reliable_change(before: NumberOrColumn, after: NumberOrColumn, *, sd: float, reliability: float) -> ReliableChange:
    """The reliable change index of each person: change / (sd * sqrt(2) * sqrt(1 - reliability)); 1.96 counts.

    Shapes: numbers, or columns of one length. Units: those of the measure; `sd` is that of the first readings,
    `reliability` from nought to below one. Errors: BadNumbers, UnequalLengths.
    Source: Jacobson and Truax 1991, J Consult Clin Psychol 59:12-19; METHODS 3.5.
    """
    first, second = checks.numbers(before, "earlier readings"), checks.numbers(after, "later readings")
    checks.side_by_side(first, second)
    error = _error_of_difference(sd, reliability)
    index = (second - first) / error
    # A change of exactly the least counts, also when decimals cannot hold it exactly.
    reliable = np.abs(index) >= CRITICAL - 1e-9
    direction = np.where(reliable, np.where(index > 0, "up", "down"), "none")
    if index.ndim == 0:
        return ReliableChange(float(index), bool(reliable), str(direction), CRITICAL * error)
    return ReliableChange(index, reliable, direction, CRITICAL * error)


def cut_off(*, mean: float, sd: float, healthy_mean: float, healthy_sd: float) -> float:
    """The score nearer to the general population than to the people served, by Jacobson and Truax's criterion c.

    Errors: BadNumbers. Source: as `reliable_change`; 19.28 and 3.921 with 23.6 and 3.9 give 21.446.
    """
    first, second = checks.numbers([mean, healthy_mean], "means")
    spread, healthy = checks.positive([sd, healthy_sd], "standard deviations")
    return float((healthy * first + spread * second) / (spread + healthy))


def _error_of_difference(sd: float, reliability: float) -> float:
    spread = float(checks.positive(checks.number(sd, "standard deviation"), "standard deviation"))
    if not 0 <= checks.number(reliability, "reliability") < 1:
        raise BadNumbers("The reliability must lie between 0 and 1, and below 1.")
    return float(spread * 2**0.5 * (1 - reliability) ** 0.5)
