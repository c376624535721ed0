"""Rubin's rules: one estimate and interval from several filled-in data sets."""

from typing import NamedTuple

from kith.analytics import checks
from kith.analytics.checks import Column
from kith.analytics.intervals import Interval, t_quantile

# Equal estimates of decimals differ by rounding; a share of the variance that small is none.
NEXT_TO_NOTHING = 1e-12


class Pooled(NamedTuple):
    """`missing_information` is the share of what the figure could know that is missing."""

    interval: Interval
    imputations: int
    within: float
    between: float
    freedom: float
    missing_information: float


def rubin(
    estimates: Column, variances: Column, *, complete_freedom: float | None = None, confidence: float = 0.95
) -> Pooled:
    """The pooled estimate of m data sets with its interval.

    Shapes: two columns of one length, two data sets or more. `complete_freedom` is the degrees of freedom had nothing
    been missing; given it, Barnard and Rubin's small-sample correction applies.
    Errors: TooFew, BadNumbers, UnequalLengths. Source: Rubin 1987; Barnard and Rubin 1999, Biometrika 86:948-955.
    """
    values = checks.column(estimates, "estimates", least=2)
    spreads = checks.not_negative(checks.column(variances, "variances", least=2), "variances")
    checks.same_length(values, spreads)
    m, within, between = len(values), float(spreads.mean()), float(values.var(ddof=1))
    total = within + (1 + 1 / m) * between
    share = (1 + 1 / m) * between / total if total > 0 else 0.0
    freedom = _freedom(m, share, complete_freedom)
    value = float(values.mean())
    half = t_quantile(confidence, freedom) * total**0.5
    interval = Interval(value, value - half, value + half, "rubin")
    ratio = share / (1 - share) if share < 1 else float(m)
    missing = (ratio + 2 / (freedom + 3)) / (ratio + 1) if share > NEXT_TO_NOTHING else 0.0
    return Pooled(interval, m, within, between, freedom, missing)


def _freedom(m: int, share: float, given: float | None) -> float:
    """Infinite freedom is written as a billion, which Student's t cannot tell from the normal."""
    plain = (m - 1) / share**2 if share**2 > 0 else 1e9
    if given is None:
        return min(plain, 1e9)
    complete = float(checks.positive(checks.number(given, "degrees of freedom"), "degrees of freedom"))
    observed = (complete + 1) / (complete + 3) * complete * (1 - share)
    return 1 / (1 / plain + 1 / observed) if observed > 0 else plain
