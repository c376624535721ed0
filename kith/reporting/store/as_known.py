"""The store as it would stand if nothing had been entered after a day."""

import datetime as dt
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kith.analytics.contracts import Contract
from kith.reporting.store.base_tables import EXTRACTS

ENTERED = "entered"


@dataclass(frozen=True)
class Entered:
    """When the rows of a store were entered: the first day of all, and how many rows are later than a day."""

    first: dt.date | None
    later: int


def entered(tables: Mapping[str, Path], day: dt.date) -> Entered:
    """The first day on which anything was entered, and how many rows were entered after a day, or after that first one.

    Where the service's record begins after the day, what came on its first day cannot be told apart: it may have been
    known long before, in another database.
    """
    days = [pq.read_table(tables[each.name], columns=[ENTERED])[ENTERED] for each in _dated()]
    firsts = [first for column in days if (first := pc.min(column).as_py())]
    if not firsts:
        return Entered(None, 0)
    cut = pa.scalar(max(day, min(firsts)), pa.date32())
    return Entered(min(firsts), sum(pc.sum(pc.greater(column, cut)).as_py() or 0 for column in days))


@contextmanager
def as_known(tables: Mapping[str, Path], day: dt.date, first: dt.date) -> Iterator[dict[str, Path]]:
    """The tables without what was entered after a day, or after the first day of the record where that is later."""
    from kith.reporting.actions.refresh_store import derive

    cut = pa.scalar(max(day, first), pa.date32())
    dated = {each.name for each in _dated()}
    with TemporaryDirectory(prefix="kith-as-known-") as made:
        folder = Path(made)
        for extract in EXTRACTS:
            name = extract.contract.name
            if name in dated:
                table = pq.read_table(tables[name])
                pq.write_table(table.filter(pc.less_equal(table[ENTERED], cut)), folder / f"{name}.parquet")
            else:
                shutil.copyfile(tables[name], folder / f"{name}.parquet")
        derive(folder, folder)
        yield {path.stem: path for path in folder.glob("*.parquet")}


def _dated() -> list[Contract]:
    contracts = (extract.contract for extract in EXTRACTS)
    return [each for each in contracts if any(column.kind == ENTERED for column in each.columns)]
