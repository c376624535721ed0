"""Writes the refused rows of a file as a workbook."""

import datetime as dt
from collections.abc import Sequence

from kith.exchange.workbooks.domain.refused import HOW_TO, RefusedRows
from kith.files.api import Cell, Table, Value, defused, xlsx_bytes

_LONGEST = 32_000
_TOO_LONG = "#N/A"  # read as an error, so that such a row is not taken without its text
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_FIRST_DAY = dt.date(1900, 3, 1)
_HOW_TO = (
    "The other sheets hold the rows that were not taken, as they stood in your file. The first column says why.",
    "Correct the cells and leave the headings as they are. Then bring this file in, as the same kind of file.",
    "A cell that shows #N/A held an error, or more text than an Excel cell takes: type or paste what belongs there.",
    "The first column is not read. Rows you delete here are not deleted in Kith.",
)


def refused_workbook(refused: Sequence[RefusedRows]) -> bytes:
    """A workbook with a sheet for each sheet that has refused rows; nothing when no row was refused."""
    if not refused:
        return b""
    how_to = Table("How to", [HOW_TO], [[line] for line in _HOW_TO])
    return xlsx_bytes([how_to, *map(_table, refused)])


def _table(refused: RefusedRows) -> Table:
    upper, *lower = [[defused(str(_written(one))) for one in row] for row in refused.headings]
    rows = [list(map(_written, row)) for row in refused.rows]
    return Table(_name(refused.sheet), upper, [*lower, *rows], heading_rows=len(refused.headings))


def _name(sheet: str) -> str:
    return sheet.translate(_NOT_IN_A_NAME)[:31]


def _written(cell: Cell) -> Value:
    if isinstance(cell, str):
        return defused(cell) if len(cell) <= _LONGEST else _TOO_LONG
    if isinstance(cell, dt.datetime | dt.date):
        day = cell.date() if isinstance(cell, dt.datetime) else cell
        return cell if day >= _FIRST_DAY else cell.isoformat()
    return cell if isinstance(cell, int | float) else str(cell)
