"""One figure as it is printed: its value in its unit, its base, its interval."""

from django.utils.translation import gettext as _

from kith.analytics.charts.style import STAR
from kith.reporting.domain.figures import Figure
from kith.reporting.reading.counts import marked
from kith.reporting.reading.phrases import number

PLACES = 2
NOTHING = "\N{EN DASH}"
ESTIMATED = "estimated"


def shown(figure: Figure) -> str:
    """The value: whole counts whole, shares as percentages, means and spreads to two places; marked if it repeats."""
    return _value(figure) + marked(figure.repeats.get("value"))


def base_words(figure: Figure) -> str:
    """What it is out of, marked if that repeats."""
    return missing_words(figure.base) + marked(figure.repeats.get("base"))


def not_known_words(figure: Figure) -> str:
    """How many are not known, marked if that repeats."""
    return missing_words(figure.missing) + marked(figure.repeats.get("missing"))


def _value(figure: Figure) -> str:
    if figure.value is None:
        return STAR if figure.suppressed else NOTHING
    if figure.unit == "proportion":
        return _percent(figure.value)
    if isinstance(figure.value, int) or figure.unit.endswith(ESTIMATED):
        return f"{figure.value:,.0f}"
    return number(figure.value, PLACES, signed=figure.interval is not None and figure.unit != "ratio")


def interval_words(figure: Figure) -> str:
    """'-1.93 to -1.31', or nothing."""
    if figure.interval is None:
        return ""
    if figure.unit == "proportion":
        return _("%(low)s to %(high)s") % {"low": _percent(figure.interval[0]), "high": _percent(figure.interval[1])}
    signed = figure.unit != "ratio" and not figure.unit.endswith(ESTIMATED)
    places = 0 if figure.unit.endswith(ESTIMATED) else PLACES
    low, high = (number(end, places, signed=signed) for end in figure.interval)
    return _("%(low)s to %(high)s") % {"low": low, "high": high}


def missing_words(count: int | None) -> str:
    """How many, or a star where that may not be told."""
    return STAR if count is None else f"{count:,}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"
