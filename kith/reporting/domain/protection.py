"""Figures as they may leave the service: small counts hidden, others rounded, nothing to be worked out from sums."""

import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import NamedTuple

from kith.analytics.disclosure import ProtectedCell, Rule, Sum, protect_cells
from kith.reporting.domain.book import Book, Line, Split
from kith.reporting.domain.derived import Derived
from kith.reporting.domain.figures import (
    Ends,
    Figure,
    Moments,
    Number,
    beside_population,
    moments_of,
    printed,
    share,
    worked_out,
)
from kith.reporting.domain.metrics import BESIDE, COUNT, DERIVED, MEAN, SHARE, SUM
from kith.reporting.domain.releases_out import Out, beside_those_out

# Finest first: a mean is printed to the finest of these that does not tell how many people it is of.
STEPS = tuple(Decimal(step) for step in ("0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2", "5"))


class Protected(NamedTuple):
    """Every line of a book as a figure that may leave the service, and the cells that it follows from."""

    figures: tuple[Figure, ...]
    cells: Mapping[str, ProtectedCell]


def protected(book: Book, rule: Rule, out: Sequence[Out] = ()) -> Protected:
    """A book as it may leave the service, beside the releases of the same period that are out already."""
    earlier = [each.earlier for each in out]
    cells = protect_cells(book.counts, [Sum(*each) for each in book.sums], rule=rule, earlier=earlier)
    hidden = hidden_numbers(book, rule)
    figures = tuple(_figure(book, line, cells, hidden, rule) for line in book.lines)
    return Protected(beside_those_out(figures, book, cells, out, rule), cells)


def hidden_numbers(book: Book, rule: Rule) -> frozenset[str]:
    """Sums of minutes to hide: those of few people, and one more wherever a sum would give one of them away."""
    hidden = {key for key, people in book.people.items() if rule.hides(people)}
    while True:
        exposed = (each for each in book.number_sums if len(_members(each) & hidden) == 1)
        more = next((key for each in exposed if (key := _cheapest(book, each, hidden)) not in hidden), None)
        if more is None:
            return frozenset(hidden)
        hidden.add(more)


def _members(each: Split) -> set[str]:
    return {each.total, *each.parts}


def _cheapest(book: Book, each: Split, hidden: set[str]) -> str:
    """The smallest part that is not nought nor hidden yet, before the total."""
    amounts = {key: book.amount(key) for key in each.parts if key not in hidden}
    free = [key for key, amount in amounts.items() if amount]
    return min(free, key=lambda key: (amounts[key], key), default=each.total)


def _figure(book: Book, line: Line, cells: Mapping[str, ProtectedCell], hidden: Iterable[str], rule: Rule) -> Figure:
    if line.metric.measure.kind in BESIDE:
        return beside_population(book, line, {key: cell.published for key, cell in cells.items()})
    if line.metric.measure.kind in DERIVED:
        told = partial(_published, book, cells=cells, hidden=hidden, rule=rule)
        return worked_out(line, Derived(book, told, rule.round_to).of(line))
    value, ends = _value(book, line, cells, hidden, rule)
    base, missing = (_published(book, key, cells, hidden, rule) for key in (line.base, line.missing))
    suppressed = value is None and _has_value(book, line)
    return printed(line, value=value, base=base, missing=missing, interval=ends, suppressed=suppressed)


def _published(
    book: Book, key: str, cells: Mapping[str, ProtectedCell], hidden: Iterable[str], rule: Rule
) -> int | None:
    """A count, or a number that rests on people, as it may leave the service."""
    if key in cells:
        return cells[key].published
    return None if key in hidden else rule.rounded(book.amount(key))


def _has_value(book: Book, line: Line) -> bool:
    """Whether there was anything to hide: the mean of nobody is missing, not hidden."""
    kind = line.metric.measure.kind
    if kind in (COUNT, SUM):
        return True
    return book.counts[f"{line.value}~of"] > 0 if kind == SHARE else book.numbers[line.value][COUNT] > 0


def _value(
    book: Book, line: Line, cells: Mapping[str, ProtectedCell], hidden: Iterable[str], rule: Rule
) -> tuple[Number, Ends]:
    measure = line.metric.measure
    if measure.kind == COUNT:
        return cells[line.value].published, None
    if measure.kind == SUM:
        return _published(book, line.value, cells, hidden, rule), None
    if measure.kind == SHARE:
        part, of = cells[f"{line.value}~part"].published, cells[f"{line.value}~of"].published
        return (None if part is None or of is None else share(part, of)), None
    return _mean_or_sd(book, line, cells, rule)


def _mean_or_sd(book: Book, line: Line, cells: Mapping[str, ProtectedCell], rule: Rule) -> tuple[Number, Ends]:
    """Mean, deviation and interval of the number of people that is printed.

    An unrounded mean and its interval would tell the exact number behind them: the mean is k steps of the scale by n,
    the interval's width is the deviation by the root of n. So the mean is printed to a step that every n of the
    printed rounding fits, and the interval is that of the printed n.
    """
    n = cells[line.base].published
    moments = moments_of(book.numbers[line.value], line.metric.measure)
    if not n or moments.mean is None:
        return None, None
    step = _step(line, rule.possible(moments.n)[0])
    mean, sd = _to_step(moments.mean, step), _to_step(moments.sd, step)
    if line.metric.measure.kind != MEAN:
        return sd, None
    ends = Moments(n, mean, sd).interval
    return mean, None if ends is None else (_outwards(ends[0], step, math.floor), _outwards(ends[1], step, math.ceil))


def _step(line: Line, fewest: int) -> Decimal:
    scale = next((step for value, step in line.metric.measure.steps.items() if value in line.group.values()), 1)
    wanted = Decimal(str(scale)) / fewest
    return next((step for step in STEPS if step >= wanted), STEPS[-1])


def _to_step(value: float | None, step: Decimal) -> float | None:
    if value is None:
        return None
    return float((Decimal(repr(value)) / step).quantize(Decimal(1), ROUND_HALF_UP) * step)


def _outwards(end: float, step: Decimal, way: object) -> float:
    return float(Decimal(way(Decimal(repr(end)) / step)) * step)  # type: ignore[operator]
