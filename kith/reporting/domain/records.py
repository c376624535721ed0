"""The records behind a figure, as far as the one who asks may see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import pyarrow as pa
import pyarrow.compute as pc

from kith.reporting.domain.metrics import Metric


@dataclass(frozen=True)
class RecordRef:
    """One record: its kind, its id and whose it is (nobody's for a worker)."""

    kind: str
    id: UUID
    client_id: UUID | None


@dataclass(frozen=True)
class FigureRecords:
    """Records behind a figure within the asker's scope, how many there are in all, and how many lie beyond it."""

    figure_id: str
    group: Mapping[str, str]
    records: tuple[RecordRef, ...]
    in_scope: int
    beyond: int


def rows_of(metric: Metric, group: Mapping[str, str], table: pa.Table) -> pa.Table:
    """The rows of a metric's table that one figure counts."""
    for column, wanted in metric.where.items():
        table = table.filter(pc.is_in(table[column], pa.array(list(wanted), table[column].type)))
    for key in metric.keys:
        given = [each for each in table[key.column].unique().to_pylist() if key.reads(each) == group[key.name]]
        table = table.filter(pc.is_in(table[key.column], pa.array(given, table[key.column].type)))
    return table
