"""Releases of a period that are out already, and which numbers of a new one repeat theirs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kith.analytics.disclosure import Earlier, ProtectedCell, Rule
from kith.reporting.domain.book import Book, Line
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.metrics import BESIDE, COUNT, SHARE

DAY_LETTERS = len("2026-05-03")
PARTS = ("value", "base", "missing")

Name = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Out:
    """One release: its counts and what was published of them, its other numbers and how many people each rests on, and
    its figures. It is named after its day.
    """

    earlier: Earlier
    numbers: Mapping[str, Mapping[str, int]]
    people: Mapping[str, int]
    figures: Mapping[Name, Figure]


def named(figure: Figure) -> Name:
    """What tells a figure from all others of a report."""
    return figure.id, tuple(sorted(figure.group.items()))


def release_name(day: str, number: int) -> str:
    """The name of the nth release of a period: its day comes first."""
    return f"{day} no {number}"


def number_of(name: str) -> int:
    """Which release of its period it is."""
    return int(name.rpartition(" ")[2])


def day_of(name: str) -> str:
    """The day of a release, as JSON writes it."""
    return name[:DAY_LETTERS]


def people_behind(book: Book) -> dict[str, int]:
    """How many people, or readings, each number that is no count rests on."""
    return {key: book.people.get(key, sums[COUNT]) for key, sums in book.numbers.items()}


def beside_those_out(
    figures: Sequence[Figure], book: Book, cells: Mapping[str, ProtectedCell], out: Sequence[Out], rule: Rule
) -> tuple[Figure, ...]:
    """The figures of a book, saying where a count repeats; means and minutes of nearly the same people repeat too."""
    if not out:
        return tuple(figures)
    standing = _standing(book, out, rule)
    last = out[-1]
    return tuple(
        _repeating(figure, line, cells, standing, last) for line, figure in zip(book.lines, figures, strict=True)
    )


def _standing(book: Book, out: Sequence[Out], rule: Rule) -> set[str]:
    """Numbers to repeat: what a few people changed in them would be told by the difference, also through a sum."""
    few = {
        key
        for key, people in people_behind(book).items()
        for each in out
        if key in each.people and book.numbers[key] != each.numbers[key]
        if people == each.people[key] or rule.hides(abs(people - each.people[key]))
    }
    while True:
        members = [{each.total, *each.parts} for each in book.number_sums]
        more = set().union(*(each for each in members if each & few)) - few
        if not more:
            return few
        few |= more


def _repeating(figure: Figure, line: Line, cells: Mapping[str, ProtectedCell], standing: set[str], last: Out) -> Figure:
    repeats = dict(_counts_that_repeat(line, cells))
    before = last.figures.get(named(figure))
    if before is None:
        return replace(figure, repeats=repeats)
    held = [part for part, key in zip(PARTS, (line.value, line.base, line.missing), strict=True) if key in standing]
    for part in held:
        now, then = getattr(figure, part), getattr(before, part)
        same = now == then and (part != "value" or figure.interval == before.interval)
        if now is None or same or line.metric.measure.kind == SHARE:
            continue
        figure = replace(figure, **{part: then})
        if part == "value":
            figure = replace(figure, interval=before.interval, suppressed=then is None)
        if then is not None:
            repeats[part] = before.repeats.get(part, last.earlier.name)
    return replace(figure, repeats=repeats)


def _counts_that_repeat(line: Line, cells: Mapping[str, ProtectedCell]) -> Iterator[tuple[str, str]]:
    """A star that repeats says nothing of it."""
    kind = line.metric.measure.kind
    value = (f"{line.value}~part", f"{line.value}~of") if kind == SHARE else (line.value,)
    value = (*value, line.base) if kind in BESIDE else value
    for part, keys in zip(PARTS, (value, (line.base,), (line.missing,)), strict=True):
        told = [cells[key].repeats for key in keys if key in cells and cells[key].published is not None]
        if any(told):
            yield part, max(told)
