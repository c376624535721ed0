"""How a service's work is spread from the most to the least deprived."""

from dataclasses import dataclass

import numpy as np

from kith.analytics import checks
from kith.analytics.checks import Column, Floats
from kith.analytics.errors import BadNumbers


@dataclass(frozen=True)
class ConcentrationCurve:
    """Cumulative shares from nought to one, most deprived first, and the index.

    `index` runs from -1 (all of it with the most deprived) over 0 (even) to 1 (all with the least deprived).
    """

    population: Floats
    received: Floats
    index: float


def concentration_curve(counts: Column, populations: Column) -> ConcentrationCurve:
    """The cumulative share of what was received against the cumulative share of people.

    Shapes: two columns of one length, a group a row, most deprived first. Units: fractions of one.
    Errors: TooFew; UnequalLengths; BadNumbers for negative numbers, a population of nought, or counts that sum to
    nothing. Source: Wagstaff, Paci and van Doorslaer 1991, Soc Sci Med 33:545-557, by trapezia.
    """
    number = checks.not_negative(checks.column(counts, "counts"), "counts")
    people = checks.positive(checks.column(populations, "populations"), "populations")
    checks.same_length(number, people)
    if number.sum() <= 0:
        raise BadNumbers("Nobody received anything, so there is nothing to spread.")
    along = np.concatenate([[0.0], np.cumsum(people) / people.sum()])
    up = np.concatenate([[0.0], np.cumsum(number) / number.sum()])
    index = 1 - float((np.diff(along) * (up[1:] + up[:-1])).sum())
    return ConcentrationCurve(along, up, index)
