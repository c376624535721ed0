"""Before and after for the same people: the two means joined, and the change with its interval."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from kith.analytics.charts.chart import Chart
from kith.analytics.charts.gradient import number
from kith.analytics.charts.style import FAINT, INK, MAIN, QUIET, configured, drawn, words
from kith.analytics.charts.values import STARRED, Count, distinct, published, text
from kith.analytics.intervals import Interval

CAUTION = "Change in people who have both readings; without a comparison it does not show what caused it."


class PairedMeans(NamedTuple):
    """One measure: pairs, people without a second reading, the two means, and the mean change with its interval.

    Where `pairs` is starred nothing of the measure is drawn or printed. `better` is up or down.
    """

    label: str
    pairs: Count
    no_second_reading: Count
    before: float
    after: float
    change: Interval
    better: str = "up"


def paired_slopes(measures: Sequence[PairedMeans], *, title: str, description: str, head: str = "Measure") -> Chart:
    """A panel for each measure: a line from the first mean to the last, and the change as a dot with its interval.

    Each measure keeps its own scale. Shapes: one `PairedMeans` a measure. Units: those of each measure.
    Errors: TooFew without measures, RepeatedLabel.
    """
    distinct([measure.label for measure in measures])
    starred = any(published(measure.pairs) is None for measure in measures)
    said = " ".join([description, CAUTION, *[STARRED] * starred])
    header = (head, "Pairs", "No second reading", "Before", "After", "Change", "From", "To")
    return Chart(title, said, (header, *(_row(measure) for measure in measures)), _spec(measures))


def _row(measure: PairedMeans) -> tuple[str, ...]:
    counts = measure.label, text(measure.pairs), text(measure.no_second_reading)
    if published(measure.pairs) is None:
        return *counts, *["*"] * 5
    change = measure.change
    means = number(measure.before, False), number(measure.after, False)
    return *counts, *means, *(signed(value) for value in (change.value, change.low, change.high))


def signed(value: float) -> str:
    """A change as printed: with its sign, to one decimal, to two when small."""
    digits = 1 if abs(value) >= 1 else 2
    return f"{value:+.{digits}f}".replace("-", "\N{MINUS SIGN}")


def _spec(measures: Sequence[PairedMeans]) -> dict[str, Any]:
    import altair as alt

    panels = [_panel(alt, measure) for measure in measures]
    return configured(alt.vconcat(*panels, spacing=26))


def _panel(alt: Any, measure: PairedMeans) -> Any:
    people = f"{text(measure.pairs)} people with both readings, {text(measure.no_second_reading)} without a second"
    ink = {"color": INK, "subtitleColor": INK, "subtitleFontSize": 14, "subtitlePadding": 4}
    heading = alt.TitleParams(measure.label, subtitle=people, anchor="start", fontSize=15, **ink)
    if published(measure.pairs) is None:
        empty = drawn([{"words": "* too few people to show"}])
        return empty.mark_text(align="left").encode(x=alt.value(0), text="words:N").properties(title=heading, height=24)
    return alt.hconcat(_slope(alt, measure), _dot(alt, measure), spacing=40).properties(title=heading)


def _slope(alt: Any, measure: PairedMeans) -> Any:
    rows = [
        {"when": "Before", "mean": measure.before, "words": number(measure.before, False)},
        {"when": "After", "mean": measure.after, "words": number(measure.after, False)},
    ]
    low, high = sorted((measure.before, measure.after))
    # A change must not look larger than it is: the scale reaches well past both means.
    room = max(high - low, abs(measure.change.high - measure.change.low), 1e-9) * 1.5
    scale = alt.Scale(domain=[low - room, high + room], nice=False, zero=False)
    axis = alt.Axis(title=None, labelAngle=0, ticks=False, domain=False, labelPadding=6)
    base = drawn(rows).encode(
        x=alt.X("when:N", sort=["Before", "After"], axis=axis, scale=alt.Scale(padding=0.5)),
        y=alt.Y("mean:Q", scale=scale, axis=None),
    )
    line = base.mark_line(color=MAIN, strokeWidth=3) + base.mark_point(color=MAIN, size=90, filled=True, opacity=1)
    return (line + words(base.encode(text="words:N"), dy=-16)).properties(width=180, height=90)


def _dot(alt: Any, measure: PairedMeans) -> Any:
    change = measure.change
    said = f"{signed(change.value)} ({signed(change.low)} to {signed(change.high)})"
    reach = max(abs(change.low), abs(change.high), 1e-9) * 1.15
    better = "right" if measure.better == "up" else "left"
    axis = alt.Axis(title=f"Change (better to the {better})", tickCount=5, grid=False)
    row = {"value": change.value, "low": change.low, "high": change.high, "words": said, "nought": 0}
    base = drawn([row]).encode(y=alt.value(50))
    scale = alt.Scale(domain=[-reach, reach], nice=False)
    rule = drawn([row]).mark_rule(color=FAINT, strokeDash=[4, 3], strokeWidth=1.5)
    return (
        rule.encode(x=alt.X("nought:Q", scale=scale, axis=axis))
        + base.mark_rule(color=QUIET, strokeWidth=3).encode(x=alt.X("low:Q", scale=scale), x2="high:Q")
        + base.mark_point(color=MAIN, size=110, filled=True, opacity=1).encode(x=alt.X("value:Q", scale=scale))
        + words(base.encode(x=alt.X("value:Q", scale=scale), text="words:N"), dy=-20)
    ).properties(width=260, height=90)
