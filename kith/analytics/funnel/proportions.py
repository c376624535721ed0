"""A funnel of shares: which units differ from the whole by more than chance."""

from collections.abc import Sequence

import numpy as np

from kith.analytics import checks, choices
from kith.analytics.checks import Column, Floats
from kith.analytics.errors import BadNumbers
from kith.analytics.funnel.limits import Funnel, dispersion, limits_at, quantile


def proportions(
    counts: Column,
    bases: Column,
    *,
    target: float | None = None,
    overdispersion: bool | None = None,
    trim: float = 0.1,
    levels: Sequence[float] = (0.95, 0.998),
) -> Funnel:
    """Shares with limits on the arcsine scale: sin squared of (arcsine sqrt target +- z sqrt(1/(4n) + tau squared)).

    Shapes: two columns of one length, a unit a row. Units: fractions of one; `target` is the overall share if None.
    `overdispersion`: true widens the limits by the variance between units (z Winsorised by `trim` at each end).
    Errors: TooFew, UnequalLengths; BadNumbers for a base of nought, a count above its base, a target outside 0 to 1.
    Source: Spiegelhalter 2005; FunnelPlotR; METHODS 3.2. Drawing people's own results needs eight units; this does not.
    """
    number = checks.not_negative(checks.column(counts, "counts"), "counts")
    base = checks.positive(checks.column(bases, "bases"), "bases")
    checks.same_length(number, base)
    if (number > base).any():
        raise BadNumbers("A count is larger than its base.")
    values = number / base
    middle = float(number.sum() / base.sum()) if target is None else checks.number(target, "target")
    if not 0 <= middle <= 1:
        raise BadNumbers("The target must be a share between 0 and 1.")
    error = 1 / (2 * np.sqrt(base))
    angle = float(np.arcsin(np.sqrt(middle)))
    z = (np.arcsin(np.sqrt(values)) - angle) / error
    spread = dispersion(z, error, trim=trim, trimming="winsorise")
    adjusted = overdispersion is not None and choices.yes_or_no(overdispersion, "overdispersion")
    extra = spread.tau_squared if adjusted else 0.0
    wide = np.sqrt(error**2 + extra)

    def curve(sizes: Floats, level: float) -> tuple[Floats, Floats]:
        reach = quantile(level) * np.sqrt(1 / (4 * sizes) + extra)
        return np.sin(np.maximum(angle - reach, 0)) ** 2, np.sin(np.minimum(angle + reach, np.pi / 2)) ** 2

    return Funnel(
        values=values,
        sizes=base,
        target=middle,
        z=z * error / wide,
        z_unadjusted=z,
        phi=spread.phi,
        tau_squared=spread.tau_squared,
        adjusted=adjusted,
        limits=limits_at(levels, values, base, curve),
        curve=curve,
    )
