"""Which numbers repeat those of an earlier report, and of which day."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.analytics.disclosure import Rule
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.metrics import Metric
from kith.reporting.domain.releases_out import day_of
from kith.reporting.domain.report import Report
from kith.reporting.reading.counts import REPEATS
from kith.reporting.reading.figures import missing_words, shown
from kith.reporting.reading.pieces import Piece, Section
from kith.ui.words import day

WHICH = {"value": "", "base": gettext_lazy("what it is out of"), "missing": gettext_lazy("not known or missing")}


def repeats_words(report: Report, rule: Rule) -> tuple[str, ...]:
    """What the mark behind a number means; nothing where no number repeats."""
    if not any(each.repeats for each in report.figures):
        return ()
    return (
        _(
            "%(mark)s behind a number says that it repeats the figure of an earlier report, since it changed by fewer "
            "than %(few)s people: the difference would tell of them. What changed is shown once there is more of it. "
            "At the end of this report stands which figures these are, and of which day."
        )
        % {"mark": REPEATS, "few": rule.hide_to + 1},
    )


def repeated(report: Report) -> Section | None:
    """A table of all of them."""
    rows = tuple(row for figure in report.figures for row in _rows(report.definitions[figure.id], figure))
    if not rows:
        return None
    piece = Piece(
        metric="",
        title=_("Each with the day of the report whose figure it repeats"),
        sentence=_("These numbers are not wrong: little came in since, and it waits until it can be told."),
        headings=(_("Figure"), _("Number"), _("Repeats the figure of")),
        rows=rows,
    )
    return Section("repeated", _("Figures that repeat an earlier report"), pieces=(piece,), folded=True)


def _rows(metric: Metric, figure: Figure) -> Iterator[tuple[str, ...]]:
    labels = ", ".join(key.label(figure.group[key.name]) for key in metric.keys)
    title = f"{metric.title}: {labels}" if labels else metric.title
    for part, name in figure.repeats.items():
        number = shown(figure) if part == "value" else missing_words(getattr(figure, part)) + REPEATS
        said = f"{title} ({WHICH[part]})" if WHICH[part] else title
        yield said, number, day(dt.date.fromisoformat(day_of(name)))
