"""The mean change of several measures for the same people, each with its interval and its own scale."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from kith.analytics.charts.chart import Chart
from kith.analytics.charts.paired import CAUTION, signed
from kith.analytics.charts.style import FAINT, INK, MAIN, QUIET, WIDTH, configured, drawn, words
from kith.analytics.charts.values import STARRED, Count, distinct, published, text
from kith.analytics.intervals import Interval


class MeanChange(NamedTuple):
    """One measure: pairs, people without a second reading, the mean change with its interval, and its unit.

    `change` is None where nothing may be shown or there is nothing. `better` is up, down or, where it depends, ''.
    """

    label: str
    pairs: Count
    no_second_reading: Count
    change: Interval | None
    unit: str
    better: str = ""


def mean_changes(measures: Sequence[MeanChange], *, title: str, description: str, head: str = "Measure") -> Chart:
    """A row for each measure: a dot at the mean change, a line for its interval, and a mark at no change.

    Shapes: one `MeanChange` a measure. Units: those of each measure. Errors: TooFew without measures, RepeatedLabel.
    """
    distinct([measure.label for measure in measures])
    starred = any(published(measure.pairs) is None for measure in measures)
    said = " ".join([description, CAUTION, *[STARRED] * starred])
    header = (head, "Pairs", "No second reading", "Change", "From", "To")
    return Chart(title, said, (header, *(_row(measure) for measure in measures)), _spec(measures))


def _row(measure: MeanChange) -> tuple[str, ...]:
    counts = measure.label, text(measure.pairs), text(measure.no_second_reading)
    if measure.change is None:
        return *counts, *[_blank(measure)] * 3
    return *counts, *(signed(value) for value in measure.change[:3])


def _blank(measure: MeanChange) -> str:
    return "*" if published(measure.pairs) is None else ""


def _spec(measures: Sequence[MeanChange]) -> dict[str, Any]:
    import altair as alt

    return configured(alt.vconcat(*(_panel(alt, measure) for measure in measures), spacing=20))


def _panel(alt: Any, measure: MeanChange) -> Any:
    people = f"{text(measure.pairs)} people with both readings, {text(measure.no_second_reading)} without a second"
    ink = {"color": INK, "subtitleColor": INK, "subtitleFontSize": 14, "subtitlePadding": 4}
    heading = alt.TitleParams(measure.label, subtitle=people, anchor="start", fontSize=15, **ink)
    if measure.change is None:
        said = "* too few people to show" if published(measure.pairs) is None else "Nothing to compare"
        empty = drawn([{"words": said}]).mark_text(align="left")
        return empty.encode(x=alt.value(0), text="words:N").properties(title=heading, height=24)
    return _dot(alt, measure, measure.change).properties(title=heading)


def _dot(alt: Any, measure: MeanChange, change: Interval) -> Any:
    reach = max(abs(change.low), abs(change.high), 1e-9) * 1.25
    better = {"up": ", better to the right", "down": ", better to the left"}.get(measure.better, "")
    axis = alt.Axis(title=f"Change in {measure.unit}{better}", tickCount=5, grid=False)
    said = f"{signed(change.value)} ({signed(change.low)} to {signed(change.high)})"
    row = {"value": change.value, "low": change.low, "high": change.high, "words": said, "nought": 0}
    scale = alt.Scale(domain=[-reach, reach], nice=False)
    middle = drawn([row]).encode(y=alt.value(32))
    rule = drawn([row]).mark_rule(color=FAINT, strokeDash=[4, 3], strokeWidth=1.5)
    return (
        rule.encode(x=alt.X("nought:Q", scale=scale, axis=axis))
        + middle.mark_rule(color=QUIET, strokeWidth=3).encode(x=alt.X("low:Q", scale=scale), x2="high:Q")
        + middle.mark_point(color=MAIN, size=110, filled=True, opacity=1).encode(x=alt.X("value:Q", scale=scale))
        + words(middle.encode(x=alt.X("value:Q", scale=scale), text="words:N"), dy=-18)
    ).properties(width=WIDTH, height=48)
