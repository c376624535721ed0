"""From first contact to follow-up: how many at each step, out of whom, and how many are not known."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from kith.analytics.charts.chart import Chart
from kith.analytics.charts.style import (
    BAR,
    BESIDE_LABELS,
    FAINT,
    HATCHED,
    MAIN,
    PALE,
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
    wrapped,
)
from kith.analytics.errors import UnknownChoice


class Stage(NamedTuple):
    """A step, how many reached it, the label of the step they are counted out of, and how many are not known."""

    label: str
    number: Count
    out_of: str | None = None
    not_known: Count = 0


def flow(stages: Sequence[Stage], *, title: str, description: str, unit: str = "People", head: str = "Step") -> Chart:
    """Each step as a filled bar inside the outline of the step it is counted out of.

    Every percentage says of whom: its base is the step named by `out_of`, never silently the first or the last.
    People whose outcome is not known are drawn in the outline and printed, not left out of the base.
    Shapes: steps in their order; counts plain or protected. Errors: TooFew, RepeatedLabel; UnknownChoice for a step
    counted out of one that is not there.
    """
    distinct([stage.label for stage in stages])
    by_label = {stage.label: stage for stage in stages}
    for stage in stages:
        if stage.out_of is not None and stage.out_of not in by_label:
            raise UnknownChoice(f"The step '{stage.label}' is counted out of '{stage.out_of}', which is not there.")
    starred = any(published(count) is None for stage in stages for count in (stage.number, stage.not_known))
    said = f"{description} {STARRED}" if starred else description
    rows = [_row(stage, by_label) for stage in stages]
    return Chart(title, said, ((head, unit, "Out of", "Percent", "Not known"), *rows), _spec(stages, by_label, unit))


def _row(stage: Stage, by_label: dict[str, Stage]) -> tuple[str, ...]:
    if stage.out_of is None:
        return stage.label, text(stage.number), "", "", text(stage.not_known)
    base = by_label[stage.out_of]
    out_of = f"{text(base.number)} ({base.label})"
    return stage.label, text(stage.number), out_of, share(stage.number, base.number), text(stage.not_known)


def _words(stage: Stage, by_label: dict[str, Stage]) -> str:
    if stage.out_of is None:
        said = text(stage.number)
    else:
        base = by_label[stage.out_of].number
        percent = share(stage.number, base)
        said = f"{text(stage.number)} of {text(base)}" + (f" ({percent})" if percent.strip("*") else "")
    return said if published(stage.not_known) == 0 else f"{said}; not known {text(stage.not_known)}"


def _spec(stages: Sequence[Stage], by_label: dict[str, Stage], unit: str) -> dict[str, Any]:
    import altair as alt

    end = axis_end([published(stage.number) for stage in stages])
    rows = [_as_drawn(stage, by_label, end) for stage in stages]
    scale = alt.Scale(domain=[0, end], nice=False)
    x_axis = alt.Axis(title=unit, format=",d", tickMinStep=1, tickCount=5)
    base = drawn(rows).encode(
        y=alt.Y("label:N", sort=[row["label"] for row in rows], axis=label_axis()),
        x=alt.X("to:Q", scale=scale, axis=x_axis),
    )
    outline = base.mark_bar(size=BAR, fill=PALE, stroke=FAINT, strokeWidth=1.5).encode(x="base:Q")
    filled = base.transform_filter("!datum.star").mark_bar(size=BAR, color=MAIN)
    starred = base.transform_filter("datum.star").mark_bar(size=BAR, fill=HATCHED, stroke=FAINT, strokeDash=[3, 2])
    said = words(base.encode(x="at:Q", text="words:N"), align="left", dx=6)
    height = {"step": row_height([stage.label for stage in stages])}
    return configured((outline + filled + starred + said).properties(width=BESIDE_LABELS, height=height))


def _as_drawn(stage: Stage, by_label: dict[str, Stage], end: float) -> dict[str, Any]:
    shown = published(stage.number)
    to = end * STAR_SHARE if shown is None else shown
    base = None if stage.out_of is None else published(by_label[stage.out_of].number)
    return {
        "label": wrapped(stage.label),
        "to": to,
        "base": max(base or 0, to),
        "at": max(base or 0, to),
        "star": shown is None,
        "words": _words(stage, by_label),
    }
