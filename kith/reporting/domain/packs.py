"""Packs: metrics over one table are counted together, in one pass, and told apart afterwards."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from kith.reporting.domain.errors import MetricWrongError
from kith.reporting.domain.metrics import BESIDE, COUNT, DERIVED, Metric, Reference, Values, Where

SUM_OF = "sum_"


@dataclass(frozen=True)
class Pack:
    """What one pass over a table must tell apart and add up."""

    contract: str
    dimensions: tuple[str, ...]
    sums: tuple[str, ...]
    settings: Mapping[str, int]


def packs_of(metrics: Iterable[Metric]) -> dict[str, Pack]:
    """The packs that answer all these metrics, by table."""
    metrics = [metric for metric in metrics if metric.measure.kind not in (*BESIDE, *DERIVED)]
    dimensions: dict[str, set[str]] = {}
    sums: dict[str, set[str]] = {}
    settings: dict[str, dict[str, int]] = {}
    for metric in metrics:
        settings.setdefault(metric.contract, {}).update(metric.settings)
        sums.setdefault(metric.contract, set()).update(metric.measure.sums)
        for contract, columns in _columns(metric):
            dimensions.setdefault(contract, set()).update(columns)
    return {
        name: Pack(name, tuple(sorted(columns)), tuple(sorted(sums.get(name, ()))), settings.get(name, {}))
        for name, columns in sorted(dimensions.items())
    }


def _columns(metric: Metric) -> Iterator[tuple[str, Iterable[str]]]:
    keys = {key.name: key.column for key in metric.keys}
    yield metric.contract, [*keys.values(), *metric.where]
    for reference in references_of(metric):
        along = [keys[name] for name in reference.along]
        yield reference.contract or metric.contract, [*reference.where, *along]


def references_of(metric: Metric) -> Iterator[Reference]:
    """Every reference a metric makes."""
    yield from (each for each in (metric.base, metric.missing) if each)
    yield from metric.rests_on.values()
    for each in metric.sums:
        yield from (each.total, *each.parts)


class Counted:
    """The answer of one pack, from which each figure is read."""

    def __init__(self, table: pa.Table) -> None:
        # Engines differ in how wide a sum of whole numbers is.
        for place, name in enumerate(table.column_names):
            if name == COUNT or name.startswith(SUM_OF):
                table = table.set_column(place, name, table[name].cast(pa.int64()))
        self._table = table

    def tally(self, where: Where, columns: Sequence[str], of: str = COUNT) -> dict[Values, int]:
        """Rows, or the sum of a column, for each combination of some dimensions, among rows that fit."""
        name = COUNT if of == COUNT else f"{SUM_OF}{of}"
        table = self._fitting(where)
        if not columns:
            return {(): pc.sum(table[name]).as_py() or 0}
        grouped = table.select([*columns, name]).group_by(list(columns), use_threads=False).aggregate([(name, "sum")])
        values = zip(*(grouped[column].to_pylist() for column in columns), strict=True)
        return dict(zip(values, grouped[f"{name}_sum"].to_pylist(), strict=True))

    def _fitting(self, where: Where) -> pa.Table:
        table = self._table
        for column, wanted in where.items():
            if column not in table.column_names:
                raise MetricWrongError(f"A metric asks for '{column}', which its table does not hold.")
            table = table.filter(pc.is_in(table[column], pa.array(list(wanted), table[column].type)))
        return table
