"""Control and run charts: a series in time with its centre, its limits and its signals."""

import json
from collections.abc import Sequence
from typing import Any

from kith.analytics.charts.chart import Chart
from kith.analytics.charts.gradient import number
from kith.analytics.charts.icons import COLOURS, MEANINGS, assurance_icons, strip, variation_icon
from kith.analytics.charts.style import FAINT, INK, QUIET, configured, drawn
from kith.analytics.charts.values import distinct
from kith.analytics.errors import UnequalLengths
from kith.analytics.spc.run import RunChart
from kith.analytics.spc.xmr import XmrChart

WIDTH = 620
SHAPES = {
    "common_cause": "circle",
    "special_cause_improvement": "triangle-up",
    "special_cause_concern": "square",
    "special_cause_neutral": "diamond",
}
SIGNALS = {
    "": "",
    "outside_limits": "outside the limits",
    "trend": "part of a trend",
    "two_of_three": "near a limit twice in three",
    "shift": "part of a run on one side",
}


def xmr_chart(
    chart: XmrChart, periods: Sequence[str], *, of: str, title: str = "", description: str = "", head: str = "Period"
) -> Chart:
    """An XmR chart with its icons. `of` says what is counted, such as 'Sessions held'.

    Title and description say what the rules found unless given. Shapes: a period for each point.
    Errors: UnequalLengths, RepeatedLabel.
    """
    _one_each(periods, len(chart.values))
    message = title or f"{of}: {MEANINGS[chart.variation][0].lower()}{MEANINGS[chart.variation][1:]}"
    return Chart(message, description or _said(chart), _table(chart, periods, of, head), _xmr_spec(chart, periods, of))


def run_chart_picture(
    chart: RunChart, periods: Sequence[str], *, of: str, title: str = "", description: str = "", head: str = "Period"
) -> Chart:
    """A run chart about its centre. Arguments and errors as `xmr_chart`."""
    _one_each(periods, len(chart.values))
    found = "a change beyond chance" if chart.signal else "no change beyond chance"
    said = (
        f"{len(chart.values)} points about {number(chart.centre, False)}, {chart.useful} not on it; longest run "
        f"{chart.longest_run} (chance: up to {chart.longest_run_limit}), crossings {chart.crossings} "
        f"(chance: {chart.crossings_limit} or more)."
    )
    rows = [(period, number(value, False)) for period, value in zip(periods, chart.values, strict=True)]
    table = ((head, of), *rows)
    return Chart(title or f"{of}: {found}", description or said, table, _run_spec(chart, periods, of))


def _one_each(periods: Sequence[str], points: int) -> None:
    if len(distinct(periods)) != points:
        raise UnequalLengths("A control chart needs one period for each point.")


def _said(chart: XmrChart) -> str:
    special = sum(kind != "common_cause" for kind in chart.point_type)
    limits = f"{number(chart.lower[-1], False)} to {number(chart.upper[-1], False)}"
    parts = [
        f"{len(chart.values)} points; mean {number(chart.mean[-1], False)}, limits {limits}"
        + (" since the limits were last drawn" if chart.rebase_at else "")
        + f"; {special} beyond the usual ups and downs."
    ]
    if chart.trial_limits:
        parts.append("Trial limits: they rest on fewer than 12 points.")
    return " ".join(parts)


def _table(chart: XmrChart, periods: Sequence[str], of: str, head: str) -> tuple[tuple[str, ...], ...]:
    columns = zip(periods, chart.values, chart.mean, chart.lower, chart.upper, chart.rule, strict=True)
    rows = [
        (period, *(number(one, False) for one in (value, mean, lower, upper)), SIGNALS[rule])
        for period, value, mean, lower, upper, rule in columns
    ]
    return ((head, of, "Mean", "Lower limit", "Upper limit", "Signal"), *rows)


def _xmr_spec(chart: XmrChart, periods: Sequence[str], of: str) -> dict[str, Any]:
    import altair as alt

    columns = zip(periods, chart.values, chart.mean, chart.lower, chart.upper, chart.point_type, strict=True)
    rows = [
        {"at": place, "value": value, "mean": mean, "lower": lower, "upper": upper, "kind": kind, "group": group}
        for place, ((_, value, mean, lower, upper, kind), group) in enumerate(zip(columns, _groups(chart), strict=True))
    ]
    base = _base(alt, rows, periods)
    y = _scale(alt, [*chart.values, *chart.lower, *chart.upper, *_target(chart)])
    lines = [
        base.mark_line(color=QUIET, strokeWidth=2).encode(y=y("mean", of), detail="group:N"),
        base.mark_line(color=QUIET, strokeDash=[5, 4]).encode(y=y("upper", of), detail="group:N"),
        base.mark_line(color=QUIET, strokeDash=[5, 4]).encode(y=y("lower", of), detail="group:N"),
        base.mark_line(color=FAINT, strokeWidth=1.5).encode(y=y("value", of)),
    ]
    if chart.target is not None:
        goal = drawn([{"target": chart.target, "words": "Target"}])
        lines.append(goal.mark_rule(color=INK, strokeDash=[1, 3], strokeWidth=2).encode(y=y("target", of)))
        named = goal.mark_text(align="left", dx=4).encode(x=alt.value(WIDTH), text="words:N")
        lines.append(named.encode(y=y("target", of)))
    points = [_points(base, kind).encode(y=y("value", of)) for kind in SHAPES]
    picture = alt.layer(*lines, *points).properties(width=WIDTH, height=260)
    icons = [variation_icon(chart), *assurance_icons(chart)]
    return configured(alt.vconcat(strip(alt, icons, WIDTH), picture, spacing=10))


def _points(base: Any, kind: str) -> Any:
    look = {"filled": True, "size": 70 if kind == "common_cause" else 110, "opacity": 1}
    return base.transform_filter(f"datum.kind == '{kind}'").mark_point(shape=SHAPES[kind], color=COLOURS[kind], **look)


def _run_spec(chart: RunChart, periods: Sequence[str], of: str) -> dict[str, Any]:
    import altair as alt

    rows = [{"at": place, "value": value} for place, value in enumerate(chart.values)]
    base = _base(alt, rows, periods)
    y = _scale(alt, [*chart.values, chart.centre])
    centre = drawn([{"centre": chart.centre, "words": "Centre"}])
    layers = [
        centre.mark_rule(color=QUIET, strokeWidth=2).encode(y=y("centre", of)),
        centre.mark_text(align="left", dx=4).encode(x=alt.value(WIDTH), y=y("centre", of), text="words:N"),
        base.mark_line(color=FAINT, strokeWidth=1.5).encode(y=y("value", of)),
        base.mark_point(color=COLOURS["common_cause"], filled=True, size=70, opacity=1).encode(y=y("value", of)),
    ]
    return configured(alt.layer(*layers).properties(width=WIDTH, height=240))


def _groups(chart: XmrChart) -> list[int]:
    return [sum(start <= place for start in chart.rebase_at) for place in range(len(chart.values))]


def _target(chart: XmrChart) -> list[float]:
    return [] if chart.target is None else [chart.target]


def _base(alt: Any, rows: list[dict[str, Any]], periods: Sequence[str]) -> Any:
    # A label for at most eight points, the first among them; the table holds them all.
    every = max(1, -(-len(periods) // 8))
    names = json.dumps(list(periods))
    axis = alt.Axis(
        title=None, values=list(range(0, len(periods), every)), labelExpr=f"{names}[datum.value]", labelAngle=0
    )
    scale = alt.Scale(domain=[-0.5, len(periods) - 0.5], nice=False, zero=False)
    return drawn(rows).encode(x=alt.X("at:Q", axis=axis, scale=scale))


def _scale(alt: Any, shown: Sequence[float]) -> Any:
    low, high = min(shown), max(shown)
    room = (high - low) * 0.08 or max(abs(high), 1.0) * 0.1
    scale = alt.Scale(domain=[low - room, high + room], nice=False, zero=False)

    def y(name: str, of: str) -> Any:
        return alt.Y(f"{name}:Q", scale=scale, axis=alt.Axis(title=of, tickCount=6))

    return y
