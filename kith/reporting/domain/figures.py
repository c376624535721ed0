"""Figures as the service itself sees them: unrounded, from whole numbers, with one division last."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from kith.analytics import intervals
from kith.reporting.domain.book import Book, Line, key_of
from kith.reporting.domain.derived import Derived, Worked
from kith.reporting.domain.metrics import BESIDE, COUNT, DERIVED, MEAN, POPULATION, PROPORTION, SHARE, SUM, Measure

Number: TypeAlias = int | float | None
Ends: TypeAlias = tuple[float, float] | None


@dataclass(frozen=True)
class Figure:
    """One figure with its base, what is missing, how sure it is, and whether it had to be hidden.

    `repeats` says for value, base and missing which release's number stands here still, if it is an earlier one's.
    """

    id: str
    definition_version: int
    group: Mapping[str, str]
    value: Number
    base: int | None
    missing: int | None
    unit: str
    interval: Ends = None
    suppressed: bool = False
    repeats: Mapping[str, str] = field(default_factory=dict)


def figures_of(book: Book) -> tuple[Figure, ...]:
    """Every line of a book as a figure, as counted."""
    return tuple(_figure(book, line) for line in book.lines)


def _figure(book: Book, line: Line) -> Figure:
    if line.metric.measure.kind in BESIDE:
        return beside_population(book, line, book.counts)
    if line.metric.measure.kind in DERIVED:
        return worked_out(line, Derived(book, book.amount).of(line))
    value, ends = value_of(book, line)
    return printed(line, value=value, base=book.amount(line.base), missing=book.amount(line.missing), interval=ends)


def printed(
    line: Line, *, value: Number, base: int | None, missing: int | None, interval: Ends = None, suppressed: bool = False
) -> Figure:
    """A figure of a line."""
    metric = line.metric
    return Figure(
        id=metric.id,
        definition_version=metric.version,
        group=line.group,
        value=value,
        base=base,
        missing=missing,
        unit=metric.unit_of(line.group),
        interval=interval,
        suppressed=suppressed,
    )


def beside_population(book: Book, line: Line, counts: Mapping[str, int | None]) -> Figure:
    """A figure beside the local population, from counts as they may be told; a count that may not leaves no value."""
    if line.metric.measure.kind == POPULATION:
        return printed(line, value=book.living[line.value], base=book.living[line.base], missing=0)
    part, base, missing = counts[line.value], counts[line.base], counts[line.missing]
    hidden = part is None or base is None
    if part is None or not base:
        return printed(line, value=None, base=base, missing=missing, suppressed=hidden)
    found = intervals.wilson(min(part, base), base)
    value, low, high = found.value, found.low, found.high
    if line.metric.measure.kind != PROPORTION:
        of = f"~living~{line.metric.measure.of}"
        living, everybody = book.living[key_of(of, line.group)], book.living[of]
        if not living:
            return printed(line, value=None, base=base, missing=missing)
        value, low, high = (each * everybody / living for each in (value, low, high))
    return printed(line, value=value, base=base, missing=missing, interval=(low, high))


def worked_out(line: Line, worked: Worked) -> Figure:
    """A figure that follows from others."""
    value, ends = (None, None) if worked.found is None else (worked.found.value, worked.found[1:3])
    return printed(line, value=value, base=worked.base, missing=worked.missing, interval=ends, suppressed=worked.hidden)


def value_of(book: Book, line: Line) -> tuple[Number, Ends]:
    """The unrounded value of a line, and its interval where it has one."""
    measure = line.metric.measure
    if measure.kind == COUNT:
        return book.counts[line.value], None
    numbers = book.numbers[line.value]
    if measure.kind == SUM:
        return numbers[measure.column], None
    if measure.kind == SHARE:
        return share(numbers[measure.column], numbers[measure.of]), None
    moments = moments_of(numbers, measure)
    return (moments.mean, moments.interval) if measure.kind == MEAN else (moments.sd, None)


def share(part: int, of: int) -> float | None:
    """A part of a whole, from 0 to 1; of nothing there is no share."""
    return min(part / of, 1.0) if of else None


@dataclass(frozen=True)
class Moments:
    """Number, mean and standard deviation of differences; what too few numbers cannot give is missing."""

    n: int
    mean: float | None
    sd: float | None

    @property
    def interval(self) -> Ends:
        """The 95% interval of the mean by Student's t."""
        if self.mean is None or self.sd is None:
            return None
        half = intervals.t_quantile(0.95, self.n - 1) * self.sd / math.sqrt(self.n)
        return self.mean - half, self.mean + half


def moments_of(numbers: Mapping[str, int], measure: Measure) -> Moments:
    """Mean and standard deviation (n - 1) from the sums of differences and of their squares, all whole numbers."""
    n, total, squares = numbers[COUNT], numbers[measure.column], numbers[measure.square]
    mean = float(Fraction(total, n * measure.divisor)) if n else None
    if n < 2:
        return Moments(n, mean, None)
    variance = Fraction(n * squares - total * total, n * (n - 1) * measure.divisor**2)
    return Moments(n, mean, math.sqrt(variance))
