"""The front door of reporting.

`refresh(viewer, service)` makes the store of a service anew and returns `Refreshed(made_at, rows by table)`.
`report(viewer, service, period, audience, form='page')` returns a `Report` for the audience 'service' (as counted) or
'commissioner' (protected), and writes a release and an audit row; it makes the store first where there is none or a
definition built into it has changed. `report_json(report)` gives the same bytes for the same data and definitions.
`service` is anything with an `id`. Counts are whole numbers, shares fractions of one, means and spreads in the
figure's `unit`; None where hidden (`suppressed`) or where there is nothing to divide.
Errors: NotFoundError, NotAllowedError, NotPossibleError, each with a sentence.
"""

from typing import Protocol
from uuid import UUID

from kith.access.api import Viewer
from kith.kernel.days import Period
from kith.reporting.actions.refresh_store import Refreshed, refresh_store
from kith.reporting.actions.release_report import release_report
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.metrics import Metric
from kith.reporting.domain.report import COMMISSIONER, SERVICE, Report, report_json


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


__all__ = [
    "COMMISSIONER", "SERVICE", "Figure", "Metric", "Refreshed", "Report", "refresh", "report", "report_json",
]  # fmt: skip
