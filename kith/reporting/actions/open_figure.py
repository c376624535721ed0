"""Opens a figure to its records, within the scope of who asks, and writes down that it was opened."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import UUID

import pyarrow as pa
import pyarrow.compute as pc
from django.conf import settings
from django.db import transaction

from kith.access.api import Viewer, service_for
from kith.analytics.contracts import Extract
from kith.audit.api import Deed, record
from kith.kernel.days import Period
from kith.people.api import clients_visible_to
from kith.reporting import definitions
from kith.reporting.domain.errors import NoSuchFigureError
from kith.reporting.domain.metrics import Metric
from kith.reporting.domain.pseudonyms import Pseudonyms
from kith.reporting.domain.records import FigureRecords, RecordRef, rows_of
from kith.reporting.domain.report import SERVICE
from kith.reporting.permissions import check_user_may_see_figures, user_may_open_staff_figures
from kith.reporting.queries import rows_of_period, store_state, usable_now
from kith.reporting.store.base_tables import EXTRACTS

EXTRACT_OF: Mapping[str, Extract] = {extract.contract.columns[0].name: extract for extract in EXTRACTS}
WHOSE = ("client", "other")


@transaction.atomic
def open_figure(
    *, viewer: Viewer, service_id: UUID, figure_id: str, group: Mapping[str, str], period: Period, limit: int
) -> FigureRecords:
    """The records behind a figure: pseudonyms are made again for what the viewer may see, and only those open."""
    service = service_for(viewer, service_id)
    check_user_may_see_figures(viewer, service.id, SERVICE)
    metric = _metric(figure_id, group)
    rows = rows_of(metric, group, _rows(service.id, metric, period))
    found = _Opening(viewer, service.id, rows, limit).of(metric, group)
    if found.records:
        ids = [each.id for each in found.records]
        deed = Deed("opened", "figure", ids, fields=(figure_id,), service_id=service.id)
        record(actor=viewer.actor, deed=deed)
    return found


def _metric(figure_id: str, group: Mapping[str, str]) -> Metric:
    metric = definitions.metrics().get(figure_id)
    if metric is None or {key.name for key in metric.keys} != set(group):
        raise NoSuchFigureError("The report has no such figure.")
    return metric


def _rows(service_id: UUID, metric: Metric, period: Period) -> pa.Table:
    data, state = Path(settings.KITH_DATA), store_state(service_id)
    usable = usable_now(service_id, state.made_at)
    return rows_of_period(state.tables, metric.records.contract, period, data, usable)


class _Opening:
    """Finds the records behind rows of pseudonyms."""

    def __init__(self, viewer: Viewer, service_id: UUID, rows: pa.Table, limit: int) -> None:
        self.viewer, self.service_id, self.rows, self.limit = viewer, service_id, rows, limit
        self.pseudonyms = Pseudonyms(settings.SECRET_KEY, service_id)

    def of(self, metric: Metric, group: Mapping[str, str]) -> FigureRecords:
        rows, whose = self._in_scope()
        records = tuple(each for kind in metric.records.kinds for each in self._records(kind, rows, whose))
        beyond = len(self.rows) - len(rows)
        return FigureRecords(metric.id, group, records[: self.limit], len(rows), beyond)

    def _in_scope(self) -> tuple[pa.Table, dict[int, UUID]]:
        """Rows of clients whom the viewer may see, and the ids behind their pseudonyms; staff for the manager."""
        if "client" not in self.rows.column_names:
            rows = self.rows if user_may_open_staff_figures(self.viewer, self.service_id) else self.rows.slice(0, 0)
            return rows, {}
        visible = clients_visible_to(self.viewer).filter(service_id=self.service_id).values_list("id", flat=True)
        whose = {self.pseudonyms.of("client", client_id): client_id for client_id in visible}
        rows = self.rows
        for column in set(WHOSE) & set(rows.column_names):
            rows = rows.filter(pc.is_in(rows[column], pa.array(list(whose), pa.int64())))
        return rows, whose

    def _records(self, kind: str, rows: pa.Table, whose: Mapping[int, UUID]) -> Iterator[RecordRef]:
        rows = rows.filter(pc.is_valid(rows[kind])).sort_by(kind).slice(0, self.limit)
        wanted = set(rows[kind].to_pylist())
        extract = EXTRACT_OF[kind]
        query = extract.query(self.service_id)
        if extract.client:
            clients = {whose[client] for client in rows["client"].to_pylist()}
            query = query.filter(**{f"{extract.client}__in": clients})
        fields = ("id", extract.client) if extract.client else ("id",)
        for record_id, *client_id in query.order_by("id").values_list(*fields):
            if self.pseudonyms.of(kind, record_id) in wanted:
                yield RecordRef(kind, record_id, client_id[0] if client_id else None)
