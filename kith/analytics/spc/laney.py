"""Charts of shares and of rates whose limits allow for more than chance between periods: Laney's p' and u'."""

from dataclasses import dataclass

import numpy as np

from kith.analytics import checks
from kith.analytics.checks import Column, Floats
from kith.analytics.errors import BadNumbers

D2 = 1.128  # the mean range of two standard normal values


@dataclass(frozen=True, slots=True)
class LaneyChart:
    """One entry a period in each tuple; `sigma_z` is the spread between periods as a multiple of chance."""

    values: tuple[float, ...]
    centre: float
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    sigma_z: float
    outside: tuple[bool, ...]


def p_prime(counts: Column, bases: Column) -> LaneyChart:
    """Shares by period: overall share +- 3 sigma_z sqrt(p(1-p)/n), within nought and one.

    Shapes: two columns of one length. Units: fractions of one. Where the overall share is nought or one there is no
    spread and sigma_z is nought; a single period has the chance limits, sigma_z one.
    Errors: TooFew, UnequalLengths; BadNumbers for a base of nought or a count above its base.
    Source: Laney 2002, Qual Eng 14:531-537; METHODS 3.1.
    """
    number, base = _columns(counts, bases, "bases")
    if (number > base).any():
        raise BadNumbers("A count is larger than its base.")
    centre = float(number.sum() / base.sum())
    return _chart(number / base, centre, np.sqrt(centre * (1 - centre) / base), highest=1.0)


def u_prime(counts: Column, areas: Column) -> LaneyChart:
    """Rates by period: overall rate +- 3 sigma_z sqrt(u/area), not below nought.

    Shapes: two columns of one length. Units: events for one unit of area (people, days, sessions).
    Documented values as `p_prime`. Errors: as there, but for counts above their area. Source: Laney 2002; METHODS 3.1.
    """
    number, area = _columns(counts, areas, "areas")
    centre = float(number.sum() / area.sum())
    return _chart(number / area, centre, np.sqrt(centre / area), highest=np.inf)


def _columns(counts: Column, bases: Column, name: str) -> tuple[Floats, Floats]:
    number = checks.not_negative(checks.column(counts, "counts"), "counts")
    base = checks.positive(checks.column(bases, name), name)
    checks.same_length(number, base)
    return number, base


def _chart(values: Floats, centre: float, sigma: Floats, *, highest: float) -> LaneyChart:
    spread = _sigma_z((values - centre) / np.where(sigma > 0, sigma, 1.0))
    reach = 3 * spread * sigma
    lower, upper = np.maximum(centre - reach, 0.0), np.minimum(centre + reach, highest)
    room = 1e-11 * max(abs(centre), 1e-300)
    outside = (values > upper + room) | (values < lower - room)
    return LaneyChart(
        values=tuple(values.tolist()),
        centre=centre,
        lower=tuple(lower.tolist()),
        upper=tuple(upper.tolist()),
        sigma_z=spread,
        outside=tuple(outside.tolist()),
    )


def _sigma_z(scores: Floats) -> float:
    return float(np.abs(np.diff(scores)).mean() / D2) if len(scores) > 1 else 1.0
