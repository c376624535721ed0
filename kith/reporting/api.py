"""The front door of reporting.

`refresh(viewer, service)` makes the store of a service anew and returns `Refreshed(made_at, rows by table)`.
`report(viewer, service, period, audience, form='page')` returns a `Report` for the audience 'service' (as counted) or
'commissioner' (protected), and writes a release and an audit row; it makes the store first where there is none or a
definition built into it has changed. `report_json(report)` gives the same bytes for the same data and definitions.
`figure_records(viewer, service, figure_id, group, period, limit=500)` opens a figure of the service's own audience to
`FigureRecords(records, in_scope, beyond)`: only records of clients the viewer may see (workers: the service manager).
`report_html(report)` is the report as one self-contained file in UTF-8; `report_file(report, form)` is it in any form
of `FILE_FORMS` (pdf, html, xlsx, csv, json), and raises PdfNotPossibleError for a PDF where pango is missing.
`last_refreshed(viewer, service)` is when the store was made, `newest_day_of_work(viewer, service)`
the last day of work in it. `stores_held(data)` holds all
stores still while their files are copied. `service` is anything with an `id`.

`import_return(viewer=, service_id=, period=, profile=, file=ReturnFile)` keeps a return that was submitted and gives
`ReturnTaken(version, figures, not_understood, ...)`; the report of its period then has it as `last_return`.

Counts are whole numbers, shares fractions of one, means and spreads in the figure's `unit`; None where hidden
(`suppressed`) or where there is nothing to divide.
A commissioner's report is of whole months (NotPossibleError).
Errors: NotFoundError, NotAllowedError, NotPossibleError, NoFiguresError, NoSuchFigureError, each with a sentence.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from kith.access.api import Viewer, service_for
from kith.kernel.days import Period
from kith.reporting.actions.import_return import ReturnFile, ReturnTaken, import_return
from kith.reporting.actions.open_figure import open_figure
from kith.reporting.actions.refresh_store import Refreshed, refresh_store
from kith.reporting.actions.release_report import fresh_store, release_report
from kith.reporting.domain.errors import NoFiguresError, NoSuchFigureError
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.issue_words import IssueWords
from kith.reporting.domain.metrics import Metric
from kith.reporting.domain.records import FigureRecords, RecordRef
from kith.reporting.domain.report import AUDIENCES, COMMISSIONER, SERVICE, Report, ReturnLine, report_json
from kith.reporting.permissions import user_may_see_figures
from kith.reporting.queries import newest_work, store_state
from kith.reporting.reading.file import report_html
from kith.reporting.reading.file_forms import FILE_FORMS, report_file
from kith.reporting.store.folder import stores_held


class HasId(Protocol):
    """A service, or whatever carries its id."""

    @property
    def id(self) -> UUID:
        """The service's id."""


def refresh(viewer: Viewer, service: HasId) -> Refreshed:
    """Make the store of a service anew from its records."""
    return refresh_store(viewer=viewer, service_id=service.id)


def report(viewer: Viewer, service: HasId, period: Period, audience: str, *, form: str = "page") -> Report:
    """The report of a service and period for an audience; `form` says how it leaves: page, json or html."""
    return release_report(viewer=viewer, service_id=service.id, period=period, audience=audience, form=form)


def figure_records(
    viewer: Viewer, service: HasId, figure_id: str, group: Mapping[str, str], period: Period, *, limit: int = 500
) -> FigureRecords:
    """The records behind a figure as counted, within the viewer's scope; raises NoSuchFigureError."""
    return open_figure(
        viewer=viewer, service_id=service.id, figure_id=figure_id, group=group, period=period, limit=limit
    )


def last_refreshed(viewer: Viewer, service: HasId) -> dt.datetime:
    """When the store of a service was made; raises NoFiguresError where it never was."""
    return store_state(service_for(viewer, service.id).id).made_at


def newest_day_of_work(viewer: Viewer, service: HasId) -> dt.date:
    """The last day up to today on which a client was in contact; makes the store where there is none."""
    return newest_work(fresh_store(service_for(viewer, service.id).id))


__all__ = [
    "AUDIENCES", "COMMISSIONER", "FILE_FORMS", "SERVICE", "Figure", "FigureRecords", "IssueWords", "Metric",
    "NoFiguresError",
    "NoSuchFigureError", "RecordRef", "Refreshed", "Report", "ReturnFile", "ReturnLine", "ReturnTaken",
    "figure_records", "import_return", "last_refreshed",
    "newest_day_of_work", "refresh", "report", "report_file", "report_html", "report_json", "stores_held",
    "user_may_see_figures",
]  # fmt: skip
