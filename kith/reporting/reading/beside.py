"""Whom the service reaches beside the people who live there: each share with its interval, and how many times over."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _

from kith.analytics.charts import Beside, shares_beside
from kith.analytics.charts.style import STAR
from kith.analytics.intervals import Interval
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.report import Report
from kith.reporting.reading.figures import NOTHING, base_words, not_known_words
from kith.reporting.reading.phrases import brief
from kith.reporting.reading.pictures import KEPT, Drawn
from kith.reporting.reading.pieces import Piece, Section

DIVISIONS = ("fifth", "ethnicity", "sex", "age_band")


class Row(NamedTuple):
    """One group: its three figures, and its label."""

    label: str
    share: Figure
    living: Figure
    ratio: Figure


def beside(report: Report) -> Section | None:
    """A piece for each division the people are counted by; nothing where no file of people was brought in."""
    if not report.local_notes:
        return None
    pieces = tuple(each for division in DIVISIONS if (each := _piece(report, division)))
    return Section("beside", _("Whom it reaches, beside who lives there"), lead=report.local_notes, pieces=pieces)


def _piece(report: Report, division: str) -> Piece | None:
    rows = list(_rows(report, division))
    if not rows:
        return None
    title = _title(rows, division)
    sentence = _("A ratio of 1 is the share the group has among the people who live there; 2 is twice as much.")
    known = rows[0].share
    return Piece(
        metric=f"reach.ratio_{division}",
        title=title,
        sentence=sentence,
        headings=(
            _("Group"), _("Share of clients"), _("95% interval"), _("People who live there"), _("Their share"),
            _("Ratio"), _("95% interval of the ratio"),
        ),
        rows=tuple(_table_row(each) for each in rows),
        numeric=(1, 2, 3, 4, 5, 6),
        base=_("Out of %(base)s clients in one of these groups; %(missing)s are not known or in none of them.")
        % {"base": base_words(known), "missing": not_known_words(known)},
        note=_("A 95% interval says how far chance alone may have moved the share of the clients; the people who live "
               "there are taken as known. Groups differ in need: 1 is no target."),
        picture=_picture(rows, title, sentence),
    )  # fmt: skip


def _rows(report: Report, division: str) -> Iterator[Row]:
    key = report.definitions[f"reach.share_{division}"].keys[-1]
    for living in report.all_of(f"reach.population_{division}"):
        group = dict(living.group)
        share = report.find(f"reach.share_{division}", **group)
        ratio = report.find(f"reach.ratio_{division}", **group)
        if share and ratio and (living.value or share.value or share.suppressed):
            yield Row(key.label(group[key.name]), share, living, ratio)


def _title(rows: Sequence[Row], division: str) -> str:
    words = {
        "fifth": _("by deprivation of the neighbourhood"),
        "ethnicity": _("by ethnicity"),
        "sex": _("by sex"),
        "age_band": _("by age"),
    }[division]
    less = [each.label for each in rows if each.ratio.interval and each.ratio.interval[1] < 1]
    more = [each.label for each in rows if each.ratio.interval and each.ratio.interval[0] > 1]
    if not less and not more:
        return _("%(by)s, no group is clearly reached more or less than others") % {"by": _begun(words)}
    told = [
        *([_("reached more than their share: %(groups)s") % {"groups": _some(more)}] if more else []),
        *([_("reached less: %(groups)s") % {"groups": _some(less)}] if less else []),
    ]
    return f"{_begun(words)}, {'; '.join(told)}"


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def _some(labels: Sequence[str]) -> str:
    """The first three by name, the rest by number."""
    shown = ", ".join(brief(each) for each in labels[:3])
    rest = len(labels) - 3
    return shown if rest < 1 else _("%(first)s and %(n)s more") % {"first": shown, "n": rest}


def _table_row(row: Row) -> tuple[str, ...]:
    base = row.living.base or 0
    return (
        row.label,
        _percent(row.share, row.share.value),
        _ends(row.share, 100, 1, "%"),
        f"{row.living.value or 0:,}",
        f"{100 * (row.living.value or 0) / base:.1f}%" if base else NOTHING,
        STAR if row.ratio.suppressed else NOTHING if row.ratio.value is None else f"{row.ratio.value:.2f}",
        _ends(row.ratio, 1, 2, ""),
    )


def _percent(figure: Figure, value: float | None) -> str:
    if value is None:
        return STAR if figure.suppressed else NOTHING
    return f"{100 * value:.1f}%"


def _ends(figure: Figure, times: int, places: int, sign: str) -> str:
    if figure.interval is None:
        return STAR if figure.suppressed else NOTHING
    low, high = (f"{times * end:.{places}f}{sign}" for end in figure.interval)
    return _("%(low)s to %(high)s") % {"low": low, "high": high}


def _picture(rows: Sequence[Row], title: str, sentence: str) -> str:
    if not any(each.share.value for each in rows):
        return ""
    groups = tuple(_group(each) for each in rows if each.share.suppressed or each.share.value is not None)
    return _drawn(groups, title, sentence).svg


def _group(row: Row) -> Beside:
    share = None
    if row.share.value is not None and row.share.interval:
        share = Interval(float(row.share.value), *row.share.interval, "wilson")
    return Beside(brief(row.label), share, (row.living.value or 0) / (row.living.base or 1))


@lru_cache(KEPT)
def _drawn(groups: tuple[Beside, ...], title: str, sentence: str) -> Drawn:
    chart = shares_beside(groups, title=title, description=sentence)
    return Drawn(chart.svg(), chart.description)
