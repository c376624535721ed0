"""What every funnel gives back, and how much wider than chance the units differ."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kith.analytics import checks
from kith.analytics.checks import Column, Floats
from kith.analytics.errors import BadNumbers
from kith.analytics.intervals import normal_quantile

Curve: TypeAlias = Callable[[Floats, float], tuple[Floats, Floats]]
Trimming: TypeAlias = Literal["winsorise", "truncate"]


class FunnelLimits(NamedTuple):
    """Limits of each unit at one level; `outside` is +1 above, -1 below, 0 within."""

    level: float
    lower: Floats
    upper: Floats
    outside: NDArray[np.int_]


@dataclass(frozen=True)
class Funnel:
    """Units in the order given: there is no rank.

    `z` is each unit's distance from the target in the standard errors the limits use; `z_unadjusted` in those of
    chance alone. `phi` is the dispersion ratio and `tau_squared` the variance between units, both as estimated;
    `adjusted` says whether the limits allow for it. `curve` gives lower and upper limits of any sizes at a level.
    """

    values: Floats
    sizes: Floats
    target: float
    z: Floats
    z_unadjusted: Floats
    phi: float
    tau_squared: float
    adjusted: bool
    limits: tuple[FunnelLimits, ...]
    curve: Curve = field(repr=False, compare=False)


class Dispersion(NamedTuple):
    """How much more than chance the units differ."""

    phi: float
    tau_squared: float


def dispersion(z: Floats, errors: Floats, *, trim: float, trimming: Trimming) -> Dispersion:
    """phi = mean z squared after trimming; tau squared by moments, nought where phi shows no excess.

    Winsorising draws the outer tenths of z in; truncating leaves them out. Source: Spiegelhalter 2005, Stat Med
    24:1185-1202; NHS Digital SHMI specification; METHODS 3.2.
    """
    share = checks.number(trim, "share to trim")
    if not 0 <= share < 0.5:
        raise BadNumbers("The share to trim at each end must lie between 0 and one half.")
    kept, spread = (z, errors) if share == 0 else _trimmed(z, errors, share, trimming)
    n = len(kept)
    if n == 0:
        return Dispersion(0.0, 0.0)
    phi = float((kept**2).sum()) / n
    weights = 1 / spread**2
    room = float(weights.sum() - (weights**2).sum() / weights.sum())
    if n * phi < n - 1 or room <= 0:
        return Dispersion(phi, 0.0)
    return Dispersion(phi, max(0.0, (n * phi - (n - 1)) / room))


def _trimmed(z: Floats, errors: Floats, trim: float, trimming: Trimming) -> tuple[Floats, Floats]:
    if trimming == "winsorise":
        low, high = np.quantile(z, [trim, 1 - trim])
        return np.clip(z, low, high), errors
    from scipy.stats import rankdata

    slices = 1 / trim
    place = np.floor(rankdata(z) * slices / (len(z) + 1))
    inner = (place > 0) & (place < slices - 1)
    return z[inner], errors[inner]


def limits_at(levels: Column, values: Floats, sizes: Floats, curve: Curve) -> tuple[FunnelLimits, ...]:
    """Limits and flags of the units at each level."""
    found = []
    for level in checks.column(levels, "levels").tolist():
        lower, upper = curve(sizes, checks.fraction(level, "level"))
        outside = (values > upper).astype(int) - (values < lower).astype(int)
        found.append(FunnelLimits(level, lower, upper, outside))
    return tuple(found)


def quantile(level: float) -> float:
    """Standard errors from the target to the limit."""
    return normal_quantile(level)
