"""The report as one file that stands alone: no script, no address outside, readable on paper."""

from django.template.loader import render_to_string

from kith.reporting.domain.report import COMMISSIONER, Report
from kith.reporting.reading.definition import definition
from kith.reporting.reading.whole import whole


def report_html(report: Report) -> bytes:
    """The report as HTML in UTF-8; the same report gives the same bytes."""
    page = {
        "whole": whole(report),
        "made_at": report.made_at,
        "for_commissioner": report.audience == COMMISSIONER,
        "definitions": [definition(metric, report.definitions) for metric in report.definitions.values()],
        "href_of": lambda metric: f"#figure-{metric}",
    }
    return render_to_string("reporting/file.jinja", page).encode()
