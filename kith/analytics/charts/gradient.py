"""A figure across the deprivation fifths, or any other ordered groups, with intervals and the local comparison."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from kith.analytics.charts.chart import Chart
from kith.analytics.charts.style import FAINT, HATCHED, INK, MAIN, SECOND, WIDTH, configured, drawn, words
from kith.analytics.charts.values import STAR_SHARE, STARRED, distinct, whole_ticks, wrapped
from kith.analytics.disclosure.protected import ProtectedCell

LETTERS_BELOW = 8
STEP = 64
COLUMN = 40


class Level(NamedTuple):
    """One ordered group: its figure (None or a starred cell is a star), its interval and a comparison, if any."""

    label: str
    value: float | ProtectedCell | None
    low: float | None = None
    high: float | None = None
    compared: float | None = None

    @property
    def shown(self) -> float | None:
        """The figure as it may be drawn."""
        return self.value.published if isinstance(self.value, ProtectedCell) else self.value


def gradient(
    levels: Sequence[Level],
    *,
    title: str,
    description: str,
    unit: str,
    head: str = "",
    percent: bool = False,
    compared: str = "",
) -> Chart:
    """Columns from the first group to the last, with interval whiskers and, where given, a comparison's mark.

    Shapes: levels in their own order, most deprived first. Units: counts, rates or, with `percent`, fractions of one.
    `compared` names what the marks compare with, such as 'Share of local adults'.
    Errors: TooFew without levels, RepeatedLabel.
    """
    distinct([level.label for level in levels])
    starred = any(level.shown is None for level in levels)
    said = f"{description} {STARRED}" if starred else description
    table = _table(levels, unit, head, percent, compared)
    return Chart(title, said, table, configured(_picture(levels, unit, percent, compared)))


def _table(levels: Sequence[Level], unit: str, head: str, percent: bool, compared: str) -> tuple[tuple[str, ...], ...]:
    intervals = any(level.low is not None for level in levels)
    header = [head, unit] + ["From", "To"] * intervals + [compared] * bool(compared)
    rows = []
    for level in levels:
        hidden = level.shown is None
        ends = ["*" if hidden else number(end, percent) for end in (level.low, level.high)]
        row = [level.label, number(level.shown, percent, blank="*"), *ends * intervals]
        rows.append((*row, *[number(level.compared, percent)] * bool(compared)))
    return (tuple(header), *rows)


def number(value: float | None, percent: bool, *, blank: str = "") -> str:
    """A figure as printed: whole numbers whole, others to one decimal, fractions as percentages."""
    if value is None:
        return blank
    if percent:
        return f"{100 * value:.1f}%"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def _rows(levels: Sequence[Level], end: float, percent: bool) -> list[dict[str, Any]]:
    return [
        {
            "label": wrapped(level.label, LETTERS_BELOW),
            "to": end * STAR_SHARE if level.shown is None else level.shown,
            "words": number(level.shown, percent, blank="*"),
            "star": level.shown is None,
            "low": None if level.shown is None else level.low,
            "high": None if level.shown is None else level.high,
            # Beside a whisker the number stands above its upper end.
            "at": end * STAR_SHARE if level.shown is None else max(level.shown, level.high or 0),
            "compared": level.compared,
        }
        for level in levels
    ]


def _picture(levels: Sequence[Level], unit: str, percent: bool, compared: str) -> Any:
    import altair as alt

    ends = [end for level in levels if level.shown is not None for end in (level.shown, level.high, level.compared)]
    end = max([value for value in ends if value is not None] + [0.01 if percent else 1.0]) * 1.1
    rows = _rows(levels, end, percent)
    counts = not percent and all(value is None or value == int(value) for value in ends)
    plain = ",.0f" if end > 5 or counts else ",.1f"
    ticks: dict[str, Any] = {"values": whole_ticks(end)} if counts and whole_ticks(end) else {}
    axis = alt.Axis(title=unit, format=".0%" if percent else plain, tickCount=5, domain=False, **ticks)
    x = alt.X("label:N", sort=[row["label"] for row in rows], axis=_below(alt))
    scale = alt.Scale(domain=[0, end], nice=False)
    base = drawn(rows).encode(x=x, y=alt.Y("to:Q", scale=scale, axis=axis))
    layers = [
        base.transform_filter("!datum.star").mark_bar(color=MAIN, size=COLUMN),
        base.transform_filter("datum.star").mark_bar(size=COLUMN, fill=HATCHED, stroke=FAINT, strokeDash=[3, 2]),
    ]
    if any(row["low"] is not None for row in rows):
        whisker = base.transform_filter("isValid(datum.low)")
        layers.append(whisker.mark_rule(color=INK, strokeWidth=2).encode(y="low:Q", y2="high:Q"))
        layers += [
            whisker.mark_tick(color=INK, width=14, thickness=2, opacity=1).encode(y=f"{which}:Q")
            for which in ("low", "high")
        ]
    if compared:
        marks = base.transform_filter("isValid(datum.compared)").encode(y="compared:Q")
        layers.append(marks.mark_tick(color="white", width=STEP - 10, thickness=7, opacity=1))
        layers.append(marks.mark_tick(color=SECOND, width=STEP - 10, thickness=4, opacity=1))
    layers.append(words(base.encode(y=alt.Y("at:Q", scale=scale), text="words:N"), dy=-11))
    picture = alt.layer(*layers).properties(width={"step": max(STEP, WIDTH // len(rows))}, height=220)
    if not compared:
        return picture
    key = alt.TitleParams(f"Marks across the columns: {compared}", anchor="start", fontSize=14, fontWeight="normal")
    return picture.properties(title=key)


def _below(alt: Any) -> Any:
    return alt.Axis(title=None, labelAngle=0, labelExpr="split(datum.value, '\\n')", ticks=False, labelPadding=8)
