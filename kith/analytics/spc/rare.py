"""The chart of days between rare events."""

from dataclasses import dataclass

from kith.analytics import checks
from kith.analytics.checks import Column
from kith.analytics.spc.xmr import xmr

# Nelson's power turns waiting times, which are far from normal, into values that are nearly so.
POWER = 3.6


@dataclass(frozen=True, slots=True)
class TChart:
    """Days between events with limits in days; `outside` is +1 for longer than chance, -1 for shorter."""

    values: tuple[float, ...]
    centre: float
    lower: float
    upper: float
    outside: tuple[int, ...]


def t_chart(days_between: Column, *, screen_outliers: bool = False) -> TChart:
    """Limits for the days between events, by an XmR chart of days to the power 1/3.6, turned back into days.

    Shapes: one column of one value or more, in time order. Units: days, not below nought; a lower limit below nought
    is nought. Errors: TooFew, BadNumbers. Source: Nelson 1994, J Qual Technol 26:239-241; METHODS 3.1.
    """
    days = checks.not_negative(checks.column(days_between, "days"), "days")
    chart = xmr(days ** (1 / POWER), improvement="neutral", screen_outliers=screen_outliers)
    beyond = [way if rule == "outside_limits" else 0 for way, rule in zip(chart.direction, chart.rule, strict=True)]
    return TChart(
        values=tuple(days.tolist()),
        centre=chart.mean[0] ** POWER,
        lower=max(chart.lower[0], 0.0) ** POWER,
        upper=chart.upper[0] ** POWER,
        outside=tuple(beyond),
    )
