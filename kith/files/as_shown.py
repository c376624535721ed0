"""The rows of a sheet as its reader gives them, with truth values as the spreadsheet shows them."""

from collections.abc import Iterable, Sequence
from typing import Any

from kith.files.cells import Cell

EMPTY: tuple[Cell, ...] = ()


def rows_as_shown(raw: Iterable[list[Any]], *, truths: bool) -> list[Sequence[Cell]]:
    """Each row of the filled box; an empty row is an empty sequence."""
    rows: list[Sequence[Cell]] = []
    for row in raw:
        if row.count("") == len(row):
            rows.append(EMPTY)
        else:
            rows.append([_as_shown(cell) for cell in row] if truths else row)
    return rows


def _as_shown(cell: Cell | bool) -> Cell:
    if cell is True:
        return "TRUE"
    return "FALSE" if cell is False else cell
