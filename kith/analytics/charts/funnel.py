"""A funnel: each unit a dot against the limits of its size. Never a ranking."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from kith.analytics.charts.chart import Chart
from kith.analytics.charts.gradient import number
from kith.analytics.charts.style import MAIN, QUIET, SECOND, configured, drawn
from kith.analytics.charts.values import distinct
from kith.analytics.errors import NotPublishable, UnequalLengths
from kith.analytics.funnel.limits import Funnel

FEWEST_PEOPLE = 8
STANDING = {1: "above", 0: "within", -1: "below"}
DASHES = ([6, 4], [2, 3])
WIDE = 520


def funnel_chart(
    funnel: Funnel,
    *,
    of: str,
    size: str,
    units: Sequence[str] | None,
    percent: bool = False,
    title: str = "",
    description: str = "",
) -> Chart:
    """Units against their limits. `units` names places in the order given; None means people, who are never named.

    The table of places keeps their order; of people it only counts how many stand where.
    Shapes: a name for each unit. Errors: NotPublishable for fewer than eight people; UnequalLengths, RepeatedLabel.
    Source: METHODS 3.2 (worker-level funnels only with eight units, and never as league tables).
    """
    if units is None and len(funnel.values) < FEWEST_PEOPLE:
        raise NotPublishable("People's own results are drawn only for eight people or more.")
    if units is not None and len(distinct(units)) != len(funnel.values):
        raise UnequalLengths("A funnel needs one name for each unit.")
    widest = funnel.limits[-1]
    beyond = int((widest.outside != 0).sum())
    level = f"{100 * widest.level:g}%"
    message = f"{of}: {beyond or 'none'} of {len(funnel.values)} beyond the {level} limits"
    said = (
        f"Dots are {'people' if units is None else 'places'}; the line at {number(funnel.target, percent)} is the "
        f"target, the dashed lines the {' and '.join(f'{100 * one.level:g}%' for one in funnel.limits)} limits"
        f"{', widened for differences that size does not explain' if funnel.adjusted else ''}."
    )
    table = _of_people(funnel) if units is None else _of_places(funnel, units, of, size, percent)
    return Chart(title or message, description or said, table, _spec(funnel, of, size, percent))


def _of_people(funnel: Funnel) -> tuple[tuple[str, ...], ...]:
    rows = [
        (f"{STANDING[way]} the {100 * one.level:g}% limits".capitalize(), str(int((one.outside == way).sum())))
        for one in funnel.limits
        for way in (1, 0, -1)
    ]
    return (("Where", "People"), *rows)


def _of_places(funnel: Funnel, units: Sequence[str], of: str, size: str, percent: bool) -> tuple[tuple[str, ...], ...]:
    header = ("Place", size, of, *(f"{100 * one.level:g}% limits" for one in funnel.limits))
    rows = [
        (
            unit,
            number(float(funnel.sizes[place]), False),
            number(float(funnel.values[place]), percent),
            *(STANDING[int(one.outside[place])] for one in funnel.limits),
        )
        for place, unit in enumerate(units)
    ]
    return (header, *rows)


def _spec(funnel: Funnel, of: str, size: str, percent: bool) -> dict[str, Any]:
    import altair as alt

    end = float(funnel.sizes.max()) * 1.08
    along = np.linspace(max(float(funnel.sizes.min()) * 0.5, end / 200), end, 120)
    curves = [funnel.curve(along, one.level) for one in funnel.limits]
    # The narrow end of small units would flatten the rest: limits are cut off a little past the dots.
    top = float(max(funnel.values.max(), max(float(upper[40:].max()) for _, upper in curves))) * 1.1
    top = min(top, 1.0) if percent else top
    scale = alt.Scale(domain=[0, top], nice=False, clamp=True)
    axis = alt.Axis(title=of, format=".0%" if percent else "", tickCount=6)
    y = alt.Y("value:Q", scale=scale, axis=axis)
    x = alt.X("size:Q", scale=alt.Scale(domain=[0, end], nice=False), axis=alt.Axis(title=size, tickCount=6))
    layers = [
        drawn([{"size": float(x), "value": float(y)} for x, y in zip(along, line, strict=True) if y <= top])
        .mark_line(color=QUIET, strokeDash=dash, clip=True)
        .encode(x=x, y=y)
        for curve, dash in zip(curves, DASHES * len(curves), strict=False)
        for line in curve
    ]
    target = drawn([{"value": funnel.target}]).mark_rule(color=QUIET, strokeWidth=2).encode(y=y)
    dots = drawn(_dots(funnel)).encode(x=x, y=y)
    within = dots.transform_filter("!datum.beyond").mark_point(color=MAIN, filled=True, size=80, opacity=1)
    beyond = dots.transform_filter("datum.beyond").mark_point(
        color=SECOND, filled=True, size=130, opacity=1, shape="diamond"
    )
    named = drawn(_names(funnel, curves)).mark_text(align="left", dx=4).encode(x=alt.value(WIDE), y=y, text="words:N")
    return configured(alt.layer(*layers, target, named, within, beyond).properties(width=WIDE, height=300))


def _names(funnel: Funnel, curves: Sequence[tuple[Any, Any]]) -> list[dict[str, Any]]:
    """Each level named once where its line ends: the widest above, the others below, so that they do not collide."""
    widest = len(curves) - 1
    return [
        {"value": float((upper if place == widest else lower)[-1]), "words": f"{100 * one.level:g}%"}
        for place, (one, (lower, upper)) in enumerate(zip(funnel.limits, curves, strict=True))
    ]


def _dots(funnel: Funnel) -> list[dict[str, Any]]:
    columns = zip(funnel.sizes.tolist(), funnel.values.tolist(), funnel.limits[-1].outside.tolist(), strict=True)
    # By size, so that the order of the marks says nothing of whose they are.
    return sorted(
        ({"size": size, "value": value, "beyond": bool(outside)} for size, value, outside in columns),
        key=lambda dot: (dot["size"], dot["value"]),
    )
