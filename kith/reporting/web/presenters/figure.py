"""What the page of one figure says: its definition, and its values in this period."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from kith.access.api import Viewer
from kith.reporting.api import NoSuchFigureError
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.metrics import Metric
from kith.reporting.domain.report import SERVICE, Report
from kith.reporting.permissions import user_may_open_figures
from kith.reporting.reading.definition import definition
from kith.reporting.reading.figures import base_words, interval_words, not_known_words, shown
from kith.reporting.reading.whole import period_words
from kith.reporting.web.choice import Choice
from kith.ui.jinja import url

NEVER_LISTED = "worker"


def figure_context(viewer: Viewer, choice: Choice, report: Report, metric_id: str) -> dict[str, Any]:
    """The definition and a row for each group; links to records where the reader may open them."""
    metric = metric_of(report, metric_id)
    figures = report.all_of(metric_id)
    may_open = report.audience == SERVICE and user_may_open_figures(viewer, choice.service.id)
    opens = may_open and opens_to_records(metric)
    headings = [_("Group"), _("Value"), _("Out of"), _("Not known")]
    with_interval = any(figure.interval for figure in figures)
    if with_interval:
        headings.append(_("95% interval"))
    if opens:
        headings.append(_("Records"))
    return {
        "definition": definition(metric, report.definitions),
        "headings": headings,
        "rows": [_row(choice, metric, each, with_interval=with_interval, opens=opens) for each in figures],
        "period": period_words(report.period),
        "unit": metric.unit,
        "names_no_worker": NEVER_LISTED in metric.records.kinds,
        "made_at": report.made_at,
        "back": url("reporting:report", **choice.query),
    }


def metric_of(report: Report, metric_id: str) -> Metric:
    """The reviewed file behind a figure; raises NoSuchFigureError."""
    if metric_id not in report.definitions:
        raise NoSuchFigureError(_("The report has no such figure."))
    return report.definitions[metric_id]


def opens_to_records(metric: Metric) -> bool:
    """Whether its records may be listed at all: workers never are."""
    return bool(metric.records.kinds) and NEVER_LISTED not in metric.records.kinds


def group_words(metric: Metric, group: Mapping[str, str]) -> str:
    """A group in words; 'All' for a figure without groups."""
    return ", ".join(key.label(group[key.name]) for key in metric.keys) or _("All")


def group_mark(group: Mapping[str, str]) -> str:
    """A group as it stands in an address: a label that somebody typed never does."""
    return hashlib.sha256(json.dumps(dict(group), sort_keys=True).encode()).hexdigest()[:16]


def _row(choice: Choice, metric: Metric, figure: Figure, *, with_interval: bool, opens: bool) -> list[Any]:
    row: list[Any] = [
        group_words(metric, figure.group), shown(figure), base_words(figure), not_known_words(figure),
    ]  # fmt: skip
    if with_interval:
        row.append(interval_words(figure))
    if opens:
        row.append(_link(choice, metric, figure) if figure.value else "")
    return row


def _link(choice: Choice, metric: Metric, figure: Figure) -> dict[str, str]:
    address = url("reporting:records", metric.id, **choice.query, group=group_mark(figure.group))
    return {"text": _("Records of %(group)s") % {"group": group_words(metric, figure.group)}, "href": address}
