"""The report as tables for a spreadsheet: each figure with its base, what is missing, and its definition beside it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.analytics.charts.style import STAR
from kith.files.api import Table, Value, csv_bytes, xlsx_bytes
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.metrics import Metric
from kith.reporting.domain.releases_out import day_of
from kith.reporting.domain.report import Report
from kith.reporting.reading.definition import definition
from kith.reporting.reading.whole import Whole, whole
from kith.ui.words import clock, day


def report_xlsx(report: Report) -> bytes:
    """The report as an Excel workbook: what it is, its figures, the standard return, and what each figure counts."""
    return xlsx_bytes([_about(report, whole(report)), figure_table(report), _standard(report), _definitions(report)])


def report_csv(report: Report) -> bytes:
    """The report's figures as CSV in UTF-8, one figure a row."""
    return csv_bytes(figure_table(report))


def figure_table(report: Report) -> Table:
    """One figure a row: in words, as a number, and as a program names it."""
    headings = (
        _("Figure"), _("Of"), _("Value"), _("Unit"), _("Out of"), _("Not known or missing"), _("95% interval, low"),
        _("95% interval, high"), _("Hidden"), _("Name"), _("Group"), _("Version"), _("Repeats the figure of"),
    )  # fmt: skip
    rows = [_figure_row(report.definitions[each.id], each) for each in report.figures]
    return Table(_("Figures"), headings, rows, widths=(46, 34, 10, 18, 10, 12, 12, 12, 8, 30, 34, 8, 22))


def _figure_row(metric: Metric, figure: Figure) -> tuple[Value, ...]:
    words = "; ".join(key.label(figure.group[key.name]) for key in metric.keys)
    group = "; ".join(f"{name}={value}" for name, value in figure.group.items())
    low, high = figure.interval or (None, None)
    return (
        metric.title, words, STAR if figure.suppressed else figure.value, figure.unit, _or_star(figure.base),
        _or_star(figure.missing), low, high, _("yes") if figure.suppressed else _("no"), figure.id, group,
        figure.definition_version, _days(figure),
    )  # fmt: skip


def _days(figure: Figure) -> str:
    """Of which day each number is that repeats an earlier report's."""
    return "; ".join(f"{part} {day_of(name)}" for part, name in figure.repeats.items())


def _or_star(count: int | None) -> Value:
    return STAR if count is None else count


def _about(report: Report, shown: Whole) -> Table:
    counted = _("%(at)s on %(on)s") % {"at": clock(report.made_at), "on": day(report.made_at)}
    rows = [
        (_("Service"), shown.service),
        (_("Period, both days included"), shown.period),
        (_("For"), _("the service itself") if report.audience == "service" else _("the commissioner")),
        (_("Counted at"), counted),
        *((_("To know"), each) for each in (*shown.notices, *report.notes)),
        (_("Figures"), _("Each with what it is out of and what is missing; * stands for a number that is hidden.")),
        (_("Definitions"), _("What each figure counts, and what it does not.")),
    ]
    return Table(_("About this report"), (shown.title, ""), rows, widths=(30, 110))


def _standard(report: Report) -> Table:
    headings = (_("Section"), _("Line"), _("Value"), _("Out of"), _("Not known or missing"), _("Name of the figure"))
    rows = [
        (
            line.section, line.wording, STAR if line.figure.suppressed else line.figure.value,
            _or_star(line.figure.base), _or_star(line.figure.missing), line.figure.id,
        )
        for line in report.return_lines
    ]  # fmt: skip
    return Table(_("Standard return"), headings, rows, widths=(30, 56, 10, 10, 12, 30))


def _definitions(report: Report) -> Table:
    headings = (_("Name"), _("Figure"), _("Part"), _("What it says"))
    return Table(_("Definitions"), headings, list(_definition_rows(report)), widths=(30, 40, 24, 110))


def _definition_rows(report: Report) -> Iterator[tuple[str, ...]]:
    for metric in report.definitions.values():
        told = definition(metric, report.definitions)
        yield metric.id, told.title, _("Question"), told.question
        for part, said in told.lines:
            yield metric.id, told.title, part, said
