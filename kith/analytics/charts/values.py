"""What a chart may be handed: a plain number, or a protected one, of which only the published side is looked at."""

from collections.abc import Sequence
from textwrap import wrap
from typing import TypeAlias

from kith.analytics.charts.style import LINE, STAR
from kith.analytics.disclosure.derived import percentage
from kith.analytics.disclosure.protected import ProtectedCell
from kith.analytics.errors import RepeatedLabel, TooFew

Count: TypeAlias = int | ProtectedCell

STARRED = "A star stands for a number that is too small to show, or that would give such a number away."
LETTERS_IN_A_LINE = 20
FEW_TICKS = 6
# How wide a starred bar is: a share of the axis that depends on nothing hidden.
STAR_SHARE = 0.05


def published(count: Count) -> int | None:
    """The number as it may be drawn; None for a star."""
    return count.published if isinstance(count, ProtectedCell) else count


def text(count: Count) -> str:
    """The number as it is printed."""
    shown = published(count)
    return STAR if shown is None else f"{shown:,}"


def share(part: Count, base: Count) -> str:
    """The percentage as printed, from published numbers alone; a star if either is one, empty for an empty base."""
    figure = percentage(_cell(part), _cell(base))
    if figure.suppressed:
        return STAR
    return "" if figure.published is None else f"{int(figure.published + 0.5)}%"


def _cell(count: Count) -> ProtectedCell:
    return count if isinstance(count, ProtectedCell) else ProtectedCell(count, False, "as_counted")


def wrapped(label: str, letters: int = LETTERS_IN_A_LINE) -> str:
    """A label in lines short enough for an axis."""
    return "\n".join(wrap(label, letters) or [label])


def row_height(labels: Sequence[str]) -> int:
    """Height enough for the label with the most lines."""
    return 20 + LINE * max(wrapped(label).count("\n") + 1 for label in labels)


def distinct(labels: Sequence[str]) -> list[str]:
    """The labels of one chart, at least one and each once."""
    if not labels:
        raise TooFew("There is nothing to draw: the chart has no rows.")
    if len(set(labels)) < len(labels):
        raise RepeatedLabel("Two rows of the chart have the same label.")
    return list(labels)


def whole_ticks(end: float) -> list[int] | None:
    """The ticks of a short axis of counts, each once; None where the drawing finds its own."""
    return list(range(int(end) + 1)) if end < FEW_TICKS else None


def axis_end(numbers: Sequence[float | None]) -> float:
    """Where a count axis ends: a little past the largest published number, at least one."""
    return max([number for number in numbers if number is not None] + [1.0]) * 1.02
