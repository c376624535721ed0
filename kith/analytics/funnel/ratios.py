"""A funnel of observed to expected events."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

import numpy as np

from kith.analytics import checks, choices
from kith.analytics.checks import Column, Floats
from kith.analytics.errors import UnknownChoice
from kith.analytics.funnel.limits import Curve, Funnel, Trimming, dispersion, limits_at, quantile


class _Scale(NamedTuple):
    """The scale on which ratios are nearly normal, and the way back."""

    to: Callable[[Floats], Floats]
    back: Callable[[Floats], Floats]
    error: Callable[[Floats], Floats]
    trimming: Trimming
    adjusts: bool


def _square(values: Floats) -> Floats:
    return np.maximum(values, 0.0) ** 2


def _exp(values: Floats) -> Floats:
    # Cut far beyond any ratio, so that absurdly unequal units do not overflow.
    return np.asarray(np.exp(np.minimum(values, 600.0)))


def _half_error(expected: Floats) -> Floats:
    return 1 / (2 * np.sqrt(expected))


def _whole_error(expected: Floats) -> Floats:
    return 1 / np.sqrt(expected)


SCALES = {
    "exact": _Scale(np.sqrt, _square, _half_error, "winsorise", False),
    "cqc": _Scale(np.sqrt, _square, _half_error, "winsorise", True),
    "shmi": _Scale(np.log, _exp, _whole_error, "truncate", True),
}


def ratios(
    observed: Column,
    expected: Column,
    *,
    target: float = 1,
    overdispersion: bool | None = None,
    method: Literal["exact", "cqc", "shmi"] = "exact",
    trim: float = 0.1,
    levels: Sequence[float] = (0.95, 0.998),
) -> Funnel:
    """Ratios of observed to expected events with limits about the target.

    `exact`: chi-squared limits of the Poisson distribution, never widened. `cqc`: on the square root scale, z
    Winsorised. `shmi`: on the log scale, z truncated; a unit without events counts as half an event there.
    `overdispersion`: None lets the method decide (cqc and shmi widen); true or false decides, true not for `exact`.
    Shapes: two columns of one length, a unit a row. Units: ratios.
    Errors: TooFew, UnequalLengths, UnknownChoice; BadNumbers for negative events or an expectation of nought.
    Source: Spiegelhalter 2005; FunnelPlotR; METHODS 3.2.
    """
    scale = SCALES[choices.one_of(method, SCALES, "method of a funnel of ratios")]
    adjusted = scale.adjusts if overdispersion is None else choices.yes_or_no(overdispersion, "overdispersion")
    if method == "exact" and adjusted:
        raise UnknownChoice("Exact limits cannot be widened; choose the method cqc or shmi.")
    events = checks.not_negative(checks.column(observed, "observed events"), "observed events")
    chance = checks.positive(checks.column(expected, "expected events"), "expected events")
    checks.same_length(events, chance)
    middle = float(checks.positive(checks.number(target, "target"), "target"))
    error = scale.error(chance)
    seen = np.where(events < checks.SMALLEST, 0.5, events) if method == "shmi" else events
    centre = float(scale.to(np.array(middle)))
    z = (scale.to(seen / chance) - centre) / error
    spread = dispersion(z, error, trim=trim, trimming=scale.trimming)
    extra = spread.tau_squared if adjusted else 0.0
    wide = np.sqrt(error**2 + extra)
    curve = _exact(middle) if method == "exact" else _transformed(scale, centre, extra)
    values = events / chance
    return Funnel(
        values=values,
        sizes=chance,
        target=middle,
        z=z * error / wide,
        z_unadjusted=z,
        phi=spread.phi,
        tau_squared=spread.tau_squared,
        adjusted=adjusted,
        limits=limits_at(levels, values, chance, curve),
        curve=curve,
    )


def _transformed(scale: _Scale, centre: float, extra: float) -> Curve:
    def curve(expected: Floats, level: float) -> tuple[Floats, Floats]:
        reach = quantile(level) * np.sqrt(scale.error(expected) ** 2 + extra)
        return scale.back(centre - reach), scale.back(centre + reach)

    return curve


def _exact(target: float) -> Curve:
    from scipy.special import gammaincinv

    def curve(expected: Floats, level: float) -> tuple[Floats, Floats]:
        tail = (1 - level) / 2
        lower = gammaincinv(expected * target, tail) / expected
        return lower, gammaincinv(expected * target + 1, 1 - tail) / expected

    return curve
