"""The standard return: every line in its own order and wording, right to the unit."""

from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from kith.reporting.domain.report import SERVICE, Report, ReturnLine
from kith.reporting.reading.figures import base_words, not_known_words, shown
from kith.reporting.reading.pieces import Piece, Section


def standard(report: Report) -> Section:
    """One table for each part of the return."""
    how = _("as counted") if report.audience == SERVICE else _("with small numbers hidden and the others rounded")
    lead = (
        _("%(title)s, %(how)s. Everybody counts, also where consent to evaluation was refused.")
        % {"title": report.return_title, "how": how},
    )
    return Section("return", _("The standard return"), lead=lead, pieces=tuple(_parts(report)), folded=True)


def _parts(report: Report) -> Iterator[Piece]:
    for name, lines in groupby(report.return_lines, key=lambda each: each.section):
        given = list(lines)
        yield Piece(
            metric="",
            title=name,
            sentence="",
            headings=(_("Line"), _("Figure"), _("Out of"), _("Not known")),
            rows=tuple(_row(report, each) for each in given),
            numeric=(1, 2, 3),
        )


def _row(report: Report, line: ReturnLine) -> tuple[str, ...]:
    figure = line.figure
    of = "" if figure.base is None and not figure.suppressed else base_words(figure)
    return (_wording(report, line), shown(figure), of, not_known_words(figure))


def _wording(report: Report, line: ReturnLine) -> str:
    metric = report.definitions[line.figure.id]
    labels = [key.label(line.figure.group[key.name]) for key in metric.keys]
    return f"{line.wording}: {', '.join(labels)}" if labels else line.wording
