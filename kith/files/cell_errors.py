"""Cells that show an error: the reader gives them as blank, so they are found in the sheet's XML."""

import re
from collections.abc import Sequence

from kith.files.cells import Cell, CellError, column_number
from kith.files.package import Package

_ERROR = re.compile(
    rb"""<(?:\w{1,20}:)?c\b(?=[^>]{0,200}\bt=["']e["'])[^>]{0,200}\br=["']([A-Za-z]{1,3})([0-9]{1,7})["'][^>]{0,200}>\s*"""
    rb"""(?:<(?:\w{1,20}:)?f\b[^>]{0,200}(?:/>|>[^<]{0,9000}</(?:\w{1,20}:)?f>)\s*)?"""
    rb"""<(?:\w{1,20}:)?v>([^<]{0,50})</"""
)


def errors_in(package: Package, part: str) -> dict[tuple[int, int], CellError]:
    """The errors of a sheet by row and column, both counted from 1."""
    return {
        (int(row), column_number(letters.decode())): CellError(text.decode("utf-8", "replace"))
        for chunk in package.chunks(part)
        for letters, row, text in _ERROR.findall(chunk)
    }


def put_errors(
    rows: list[Sequence[Cell]], errors: dict[tuple[int, int], CellError], *, first_row: int, first_column: int
) -> None:
    """Writes each error into its place among the rows."""
    for (row, column), error in errors.items():
        across, down = column - first_column, row - first_row
        if 0 <= down < len(rows) and across >= 0:
            cells = list(rows[down])
            cells.extend([""] * (across + 1 - len(cells)))
            cells[across] = error
            rows[down] = cells
