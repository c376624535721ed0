"""The kinds of file as which a report leaves: how each is written, and what it is called on a page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.files.api import pdf_bytes
from kith.reporting.domain.report import Report, report_json
from kith.reporting.reading.file import report_html
from kith.reporting.reading.tables import report_csv, report_xlsx


@dataclass(frozen=True)
class FileForm:
    """One kind of file: its writer, its media type, and its words."""

    write: Callable[[Report], bytes]
    media_type: str
    words: str | Promise


def report_pdf(report: Report) -> bytes:
    """The report as a tagged PDF: the same page as the HTML file. Raises PdfNotPossibleError."""
    return pdf_bytes(report_html(report))


FILE_FORMS: Mapping[str, FileForm] = {
    "pdf": FileForm(report_pdf, "application/pdf", _("to print or send (PDF)")),
    "html": FileForm(report_html, "text/html; charset=utf-8", _("one page for a browser (HTML)")),
    "xlsx": FileForm(
        report_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _("figures and definitions (Excel)"),
    ),
    "csv": FileForm(report_csv, "text/csv; charset=utf-8", _("figures as a plain table (CSV)")),
    "json": FileForm(report_json, "application/json", _("figures for a program (JSON)")),
}


def report_file(report: Report, form: str) -> bytes:
    """The report as a file of a form named in FILE_FORMS."""
    return FILE_FORMS[form].write(report)
