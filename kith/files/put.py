"""Puts cells that were found by themselves into their places among the rows that a reader gave."""

from collections.abc import Iterable, Mapping, Sequence

from kith.files.cells import Cell
from kith.files.percent import as_percent

Place = tuple[int, int]
"""A cell's row and column, both counted from 1."""


def put_cells(rows: list[Sequence[Cell]], found: Mapping[Place, Cell], *, first_row: int, first_column: int) -> None:
    """Writes each cell into its place."""
    for (row, column), cell in found.items():
        across, down = column - first_column, row - first_row
        if 0 <= down < len(rows) and across >= 0:
            cells = list(rows[down])
            cells.extend([""] * (across + 1 - len(cells)))
            cells[across] = cell
            rows[down] = cells


def put_percents(rows: list[Sequence[Cell]], places: Iterable[Place], *, first_row: int, first_column: int) -> None:
    """Writes the numbers at these places as the shares that are shown."""
    for row, column in places:
        across, down = column - first_column, row - first_row
        if 0 <= down < len(rows) and 0 <= across < len(rows[down]):
            cells = list(rows[down])
            cells[across] = as_percent(cells[across])
            rows[down] = cells
