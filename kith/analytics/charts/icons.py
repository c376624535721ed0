"""The small signs beside a control chart, drawn by us: which way it goes, and whether a target is in reach.

Each has its own shape as well as its colour, and stands beside its words.
"""

from typing import Any, NamedTuple

from kith.analytics.charts.style import INK, MAIN, QUIET, SECOND, drawn
from kith.analytics.spc.xmr import XmrChart

PURPLE = "#6a3fa0"  # 7:1 on white
ROUND = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z"
WAVE = "M-0.62,0.05Q-0.42,-0.4,-0.2,0Q0,0.4,0.2,0Q0.42,-0.4,0.62,-0.05"
RISING = "M-0.5,0.45L0.4,-0.4M-0.05,-0.45L0.45,-0.45L0.45,0.05"
FALLING = "M-0.5,-0.45L0.4,0.4M-0.05,0.45L0.45,0.45L0.45,-0.05"
TICK = "M-0.5,0.05L-0.12,0.42L0.52,-0.4"
CROSS = "M-0.42,-0.42L0.42,0.42M-0.42,0.42L0.42,-0.42"
EITHER = "M-0.55,-0.2L0.55,-0.2M0.3,-0.45L0.55,-0.2M-0.55,0.22L0.55,0.22M-0.3,0.47L-0.55,0.22"

COLOURS = {
    "common_cause": QUIET,
    "special_cause_improvement": MAIN,
    "special_cause_concern": SECOND,
    "special_cause_neutral": PURPLE,
}
MEANINGS = {
    "common_cause": "No change beyond the usual ups and downs",
    "special_cause_improvement": "Better than the usual ups and downs",
    "special_cause_concern": "Worse than the usual ups and downs",
    "special_cause_neutral": "Different from the usual ups and downs",
}


class Icon(NamedTuple):
    """A glyph in a ring, its colour, and the words that stand beside it."""

    glyph: str
    colour: str
    words: str


def variation_icon(chart: XmrChart) -> Icon:
    """The sign of the last point."""
    way = chart.direction[-1]
    glyph = WAVE if way == 0 else RISING if way > 0 else FALLING
    return Icon(glyph, COLOURS[chart.variation], MEANINGS[chart.variation])


def assurance_icons(chart: XmrChart) -> list[Icon]:
    """The sign of the target; none without one."""
    signs = {
        "consistently_pass": Icon(TICK, MAIN, "Will meet the target if nothing changes"),
        "consistently_fail": Icon(CROSS, SECOND, "Will miss the target unless something changes"),
        "inconsistent": Icon(EITHER, INK, "May meet or miss the target by chance"),
    }
    return [signs[chart.assurance]] if chart.assurance in signs else []


def strip(alt: Any, icons: list[Icon], width: int) -> Any:
    """The icons in a column with their words."""
    layers = []
    for place, icon in enumerate(icons):
        at = {"x": alt.value(16), "y": alt.value(18 + 36 * place)}
        base = drawn([{"words": icon.words}])
        layers.append(_shape(base, ROUND, icon.colour).encode(**at))
        layers.append(_shape(base, icon.glyph, icon.colour).encode(**at))
        layers.append(base.mark_text(align="left").encode(**{**at, "x": alt.value(40)}, text="words:N"))
    return alt.layer(*layers).properties(width=width, height=36 * len(icons))


def _shape(base: Any, path: str, colour: str) -> Any:
    look = {"filled": False, "size": 780, "strokeWidth": 2.5, "opacity": 1, "strokeCap": "round"}
    return base.mark_point(color=colour, shape=path, **look)
