"""Pictures of a report, drawn once for the same numbers and words: drawing takes longer than counting."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kith.analytics.charts import Level, bars, gradient
from kith.reporting.reading.counts import Count, Line, published, sized
from kith.reporting.reading.phrases import brief

KEPT = 500
MOST_BARS = 16


class Drawn(NamedTuple):
    """A picture as SVG, and the sentence that stands for it, with the word on stars where there is one."""

    svg: str
    sentence: str


class Said(NamedTuple):
    """The words around a picture."""

    title: str
    sentence: str
    unit: str
    head: str = ""


def bars_of(lines: Sequence[Line], said: Said, base: Count | None, *, largest_first: bool) -> Drawn:
    """Bars of the lines that have anybody in them; a long tail is left to the table."""
    rows = [each for each in lines if each.always or published(each.count) != 0]
    if largest_first:
        rows.sort(key=lambda each: -sized(each.count))
    return _bars(
        tuple(zip(_labels(rows[:MOST_BARS]), [each.count for each in rows[:MOST_BARS]], strict=True)), said, base
    )


def gradient_of(lines: Sequence[Line], said: Said) -> Drawn:
    """Columns in the order given."""
    return _gradient(tuple(zip(_labels(lines), [each.count for each in lines], strict=True)), said)


@lru_cache(KEPT)
def _bars(rows: tuple[tuple[str, Count], ...], said: Said, base: Count | None) -> Drawn:
    chart = bars(rows, title=said.title, description=said.sentence, unit=said.unit, base=base, head=said.head)
    return Drawn(chart.svg(), chart.description)


@lru_cache(KEPT)
def _gradient(rows: tuple[tuple[str, Count], ...], said: Said) -> Drawn:
    levels = [Level(label, count) for label, count in rows]
    chart = gradient(levels, title=said.title, description=said.sentence, unit=said.unit, head=said.head)
    return Drawn(chart.svg(), chart.description)


def _labels(lines: Sequence[Line]) -> list[str]:
    """Labels short enough to be drawn, and each different from the others."""
    made: list[str] = []
    for each in lines:
        label, place = brief(each.label), 2
        while label in made:
            label, place = f"{brief(each.label)} ({place})", place + 1
        made.append(label)
    return made
