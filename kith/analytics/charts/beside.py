"""The share of each group among those served, with its interval, beside its share of the people who live there."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from kith.analytics.charts.chart import Chart
from kith.analytics.charts.style import BESIDE_LABELS, INK, MAIN, QUIET, configured, drawn, label_axis, words
from kith.analytics.charts.values import STARRED, distinct, row_height, wrapped
from kith.analytics.intervals import Interval


class Beside(NamedTuple):
    """One group: its share of those served with the interval (None where it may not be told), and of the people."""

    label: str
    share: Interval | None
    population: float


def shares_beside(groups: Sequence[Beside], *, title: str, description: str, head: str = "Group") -> Chart:
    """A row for each group: a dot and a line for the share and its interval, an upright stroke for the population's.

    Shapes: one `Beside` a group. Units: fractions of one. Errors: TooFew without groups, RepeatedLabel.
    """
    distinct([group.label for group in groups])
    starred = any(group.share is None for group in groups)
    said = " ".join([description, *[STARRED] * starred])
    header = (head, "Share of clients", "From", "To", "Share of the population")
    return Chart(title, said, (header, *(_row(group) for group in groups)), _spec(groups))


def _row(group: Beside) -> tuple[str, ...]:
    given = ("*", "*", "*") if group.share is None else tuple(_percent(each) for each in group.share[:3])
    return (group.label, *given, _percent(group.population))


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"


def _spec(groups: Sequence[Beside]) -> dict[str, Any]:
    import altair as alt

    labels = [wrapped(group.label) for group in groups]
    rows = [_drawn(label, group) for label, group in zip(labels, groups, strict=True)]
    ends = [number for row in rows for number in (row["high"], row["people"]) if number is not None]
    scale = alt.Scale(domain=[0, min(1.0, 1.08 * max([*ends, 0.01]))], nice=False)
    axis = alt.Axis(title="Dot: share of clients. Stroke: share of people", format=".0%", tickCount=5, grid=True)
    base = drawn(rows).encode(y=alt.Y("label:N", sort=labels, axis=label_axis()))
    known = base.transform_filter("datum.share !== null")
    line = known.mark_rule(color=QUIET, strokeWidth=3).encode(x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q")
    dot = known.mark_point(color=MAIN, size=90, filled=True, opacity=1).encode(x=alt.X("share:Q", scale=scale))
    people = base.mark_tick(color=INK, thickness=3, size=22).encode(x=alt.X("people:Q", scale=scale))
    star = words(base.transform_filter("datum.share === null").encode(x=alt.value(8)), text="*")
    return configured((line + people + dot + star).properties(width=BESIDE_LABELS, height={"step": row_height(labels)}))


def _drawn(label: str, group: Beside) -> dict[str, Any]:
    share, low, high = (None, None, None) if group.share is None else group.share[:3]
    return {"label": label, "share": share, "low": low, "high": high, "people": group.population}
