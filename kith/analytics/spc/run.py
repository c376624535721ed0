"""The run chart with Anhoej's rules: unusually long runs, unusually few crossings."""

from dataclasses import dataclass
from itertools import groupby
from math import comb, log2
from statistics import median

from kith.analytics import checks
from kith.analytics.checks import Column
from kith.analytics.spc.rules import sides


@dataclass(frozen=True, slots=True)
class RunChart:
    """`useful` points do not lie on the centre. A signal is a run longer or crossings fewer than the limit."""

    values: tuple[float, ...]
    centre: float
    useful: int
    longest_run: int
    longest_run_limit: int
    crossings: int
    crossings_limit: int
    signal: bool


def run_chart(values: Column, *, centre: float | None = None) -> RunChart:
    """A series about its median (or a given centre), with the limits that chance sets to runs and crossings.

    Shapes: one column of one value or more, in time order. Units: those of the values. With no useful point there are
    no runs, no limits and no signal. Errors: TooFew, BadNumbers.
    Source: Anhoej and Olesen 2014, PLOS ONE 9:e113825; METHODS 3.1 (of 20 points: 7 in a run,
    6 crossings).
    """
    series = checks.column(values, "values").tolist()
    middle = median(series) if centre is None else checks.number(centre, "centre")
    useful = [side for side in sides(series, middle) if side]
    runs = [len(list(group)) for _, group in groupby(useful)]
    longest, crossings = max(runs, default=0), max(len(runs) - 1, 0)
    most, fewest = _limits(len(useful))
    return RunChart(
        values=tuple(series),
        centre=middle,
        useful=len(useful),
        longest_run=longest,
        longest_run_limit=most,
        crossings=crossings,
        crossings_limit=fewest,
        signal=bool(useful) and (longest > most or crossings < fewest),
    )


def _limits(useful: int) -> tuple[int, int]:
    if useful == 0:
        return 0, 0
    return round(log2(useful)) + 3, _lower_twentieth(useful - 1)


def _lower_twentieth(flips: int) -> int:
    """The 5% quantile of heads among `flips` of a fair coin, in whole numbers."""
    heads, below = 0, 1
    while 20 * below < 2**flips:
        heads += 1
        below += comb(flips, heads)
    return heads
