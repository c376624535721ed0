"""Quality-adjusted life years from readings over time, and what they are set against."""

from typing import NamedTuple

import numpy as np

from kith.analytics import checks
from kith.analytics.checks import Column
from kith.analytics.economics.money import Pounds, pounds_of
from kith.analytics.economics.parameters import UnitValue, unit_value
from kith.analytics.errors import BadNumbers, NoSpread


class QalyArea(NamedTuple):
    """`area` under the utilities and the `gain` over the flat baseline, both in QALYs."""

    area: float
    gain: float


def qaly_auc(times: Column, utilities: Column, *, baseline: float | None = None) -> QalyArea:
    """QALYs lived between the first and the last reading, straight lines between readings.

    Shapes: two columns of one length, two readings or more. Units: years; utilities from -1 to 1.
    `baseline` is the utility to compare with, the first reading if None; where groups differ at the start, give the
    common one. Errors: TooFew, UnequalLengths; BadNumbers for times that do not rise or utilities above one.
    Source: Manca, Hawkins and Sculpher 2005, Health Econ 14:487-496; METHODS 2.2, example 3.
    """
    moments, states = checks.column(times, "times", least=2), checks.column(utilities, "utilities", least=2)
    checks.same_length(moments, states)
    steps = np.diff(moments)
    if steps.min() <= 0:
        raise BadNumbers("Each time must be later than the one before.")
    if states.max() > 1 or states.min() < -1:
        raise BadNumbers("A utility lies between -1 and 1.")
    start = float(states[0]) if baseline is None else checks.number(baseline, "baseline")
    area = float((steps * (states[1:] + states[:-1]) / 2).sum())
    return QalyArea(area, area - start * float(moments[-1] - moments[0]))


def qaly_value(qalys: float, unit: str | UnitValue) -> Pounds:
    """QALYs in pounds of the unit value's basis: 'qaly_green_book', 'qaly_nice_...', 'qaly_marginal_productivity'.

    Errors: BadNumbers, UnknownChoice. Source: kith/definitions/economics/values.yaml.
    """
    value = unit_value(unit)
    return pounds_of(value.basis, checks.number(qalys, "QALYs") * value.central, value.price_year)


def net_monetary_benefit(qalys: float, cost: float, *, threshold: float) -> float:
    """QALYs gained times what one is held to be worth, less what they cost more; for one person if these are.

    Units: pounds. Unrounded inputs only: 98 pounds at 14,480 a QALY are 0.006768 QALYs, not 0.006.
    Errors: BadNumbers. Source: Barton 2012; METHODS 2.2, example 4.
    """
    worth = float(checks.positive(checks.number(threshold, "threshold"), "threshold"))
    return checks.number(qalys, "QALYs") * worth - checks.number(cost, "cost")


def cost_per_qaly(cost: float, qalys: float) -> float:
    """The extra cost of one QALY (incremental cost-effectiveness ratio), where there is a gain to divide by.

    Units: pounds for one QALY. Errors: NoSpread without a gain, because the ratio then changes its meaning;
    BadNumbers. Source: METHODS 2.2, example 4 (Barton 2012: 14,480 from unrounded inputs).
    """
    gained = checks.number(qalys, "QALYs")
    if gained < checks.SMALLEST:
        raise NoSpread("There is no gain to divide the cost by; use the net monetary benefit.")
    return checks.number(cost, "cost") / gained
