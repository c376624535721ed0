"""One look for every picture: plain letters, few colours, each at 3:1 or more on white, never colour alone."""

from typing import Any

FONT = "Arial, Helvetica, sans-serif"
INK = "#212b32"  # 14:1 on white
MAIN = "#14635d"  # 7.1:1
SECOND = "#c05c00"  # 4.5:1, told from MAIN also in grey
QUIET = "#4c6272"  # 6.3:1
FAINT = "#768692"  # 3.8:1: outlines that matter
PALE = "#ffffff"
GRID = "#d8dde0"
# Stands in a specification for hatching, which the drawing language has none of; the SVG gets the pattern.
HATCHED = "#fedcba"
STAR = "*"
# A whole picture is at most about 430 wide, so that on a telephone its letters are still large enough to read.
WIDTH = 340
BESIDE_LABELS = 210
BAR = 24
LINE = 18


def drawn(rows: list[dict[str, Any]]) -> Any:
    """An empty chart over these rows."""
    import altair

    alt: Any = altair
    return alt.Chart(alt.Data(values=rows))


def words(base: Any, **mark: Any) -> Any:
    """Text over a white halo, so that no line or bar behind strikes it through."""
    return base.mark_text(**mark, stroke="white", strokeWidth=5, strokeJoin="round") + base.mark_text(**mark)


def label_axis() -> Any:
    """An axis of row labels that may take several lines, each label centred on its row."""
    import altair as alt

    lines = "length(split(datum.value, '\\n'))"
    offset = {"condition": [{"test": f"{lines} == {n}", "value": -8 * (n - 1)} for n in (2, 3, 4)], "value": 0}
    split = "split(datum.value, '\\n')"
    return alt.Axis(title=None, labelExpr=split, labelOffset=offset, ticks=False, domain=False, labelPadding=8)


def configured(chart: Any) -> dict[str, Any]:
    """The chart's specification in the house's look, its parts left unlabelled for the one label of the whole."""
    # Checking every part against the drawing language's schema takes as long as drawing; tests do it.
    spec: dict[str, Any] = chart.to_dict(validate=False)
    spec["background"] = "white"
    spec["padding"] = {"left": 4, "top": 6, "right": 12, "bottom": 4}
    spec["config"] = _config()
    return spec


def _config() -> dict[str, Any]:
    words = {"labelFont": FONT, "titleFont": FONT, "labelColor": INK, "titleColor": INK}
    return {
        "aria": False,
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            **words,
            "labelFontSize": 14,
            "titleFontSize": 14,
            "titleFontWeight": "normal",
            "labelLimit": 320,
            "domainColor": FAINT,
            "tickColor": FAINT,
            "gridColor": GRID,
            "titlePadding": 10,
        },
        "header": {**words, "labelFontSize": 14, "labelFontWeight": "bold"},
        "legend": {**words, "labelFontSize": 14, "titleFontSize": 14},
        "text": {"font": FONT, "fontSize": 14, "color": INK},
    }
