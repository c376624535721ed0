"""Horizontal bars with their counts: issues, sources, outcomes."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from kith.analytics.charts.chart import Chart
from kith.analytics.charts.style import (
    BAR,
    BESIDE_LABELS,
    FAINT,
    HATCHED,
    MAIN,
    configured,
    drawn,
    label_axis,
    words,
)
from kith.analytics.charts.values import (
    STAR_SHARE,
    STARRED,
    Count,
    axis_end,
    distinct,
    published,
    row_height,
    share,
    text,
    whole_ticks,
    wrapped,
)


class Bar(NamedTuple):
    """A label and its count, protected or plain."""

    label: str
    number: Count


def bars(
    rows: Sequence[tuple[str, Count]],
    *,
    title: str,
    description: str,
    unit: str = "People",
    base: Count | None = None,
    head: str = "",
    largest_first: bool = False,
) -> Chart:
    """Counts by label as horizontal bars, each with its number and, given a base, its percentage of it.

    Shapes: (label, count) pairs; counts plain or protected. A starred count is an empty hatched bar of fixed length
    with a star. Rows stay in the order given, or go by *published* size, stars last in their order.
    Errors: TooFew without rows, RepeatedLabel.
    """
    given = [Bar(*row) for row in rows]
    distinct([bar.label for bar in given])
    if largest_first:
        given.sort(key=lambda bar: -(-1 if published(bar.number) is None else published(bar.number) or 0))
    said_of = [_words(bar, base) for bar in given]
    said = f"{description} {STARRED}" if any(published(bar.number) is None for bar in given) else description
    return Chart(title, said, _table(given, unit, base, head), configured(_picture(given, said_of, unit)))


def _ticks(end: float) -> dict[str, Any]:
    ticks = whole_ticks(end)
    return {"tickMinStep": 1} if ticks is None else {"values": ticks}


def _words(bar: Bar, base: Count | None) -> str:
    percent = "" if base is None else share(bar.number, base)
    return f"{text(bar.number)} ({percent})" if percent.strip("*") else text(bar.number)


def _table(given: list[Bar], unit: str, base: Count | None, head: str) -> tuple[tuple[str, ...], ...]:
    if base is None:
        return ((head, unit), *((bar.label, text(bar.number)) for bar in given))
    header = (head, unit, f"Percent of {text(base)}")
    return (header, *((bar.label, text(bar.number), share(bar.number, base)) for bar in given))


def _picture(given: list[Bar], said_of: list[str], unit: str) -> Any:
    import altair as alt

    end = axis_end([published(bar.number) for bar in given])
    labels = [wrapped(bar.label) for bar in given]
    rows = [
        {
            "label": label,
            "words": word,
            "to": end * STAR_SHARE if published(bar.number) is None else published(bar.number),
            "star": published(bar.number) is None,
        }
        for label, word, bar in zip(labels, said_of, given, strict=True)
    ]
    base = drawn(rows).encode(
        y=alt.Y("label:N", sort=labels, axis=label_axis()),
        x=alt.X(
            "to:Q",
            scale=alt.Scale(domain=[0, end], nice=False),
            axis=alt.Axis(title=unit, format=",d", tickCount=5, **_ticks(end)),
        ),
    )
    shown = base.transform_filter("!datum.star").mark_bar(color=MAIN, size=BAR)
    starred = base.transform_filter("datum.star").mark_bar(
        size=BAR, fill=HATCHED, stroke=FAINT, strokeWidth=1, strokeDash=[3, 2]
    )
    numbers = words(base.encode(text="words:N"), align="left", dx=6)
    step = row_height([bar.label for bar in given])
    return (shown + starred + numbers).properties(width=BESIDE_LABELS, height={"step": step})
