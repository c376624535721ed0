"""The report as one file that stands alone: no script, no address outside, readable on paper."""

import base64
import hashlib

from django.template.loader import render_to_string

from kith.reporting.domain.report import COMMISSIONER, Report
from kith.reporting.reading.definition import definition
from kith.reporting.reading.whole import whole


def report_html(report: Report) -> bytes:
    """The report as HTML in UTF-8; the same report gives the same bytes."""
    style = render_to_string("reporting/parts/file_style.jinja")
    page = {
        "style": style,
        "policy": _policy(style),
        "whole": whole(report),
        "made_at": report.made_at,
        "for_commissioner": report.audience == COMMISSIONER,
        "definitions": [definition(metric, report.definitions) for metric in report.definitions.values()],
        "href_of": lambda metric: f"#figure-{metric}",
    }
    return render_to_string("reporting/file.jinja", page).encode()


def _policy(style: str) -> str:
    """Nothing runs and nothing is asked for, wherever the file is opened; only its own style is taken."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
