"""A table in plain text: CSV with commas, semicolons, tabs or upright lines between its cells."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from kith.files.as_shown import EMPTY
from kith.files.cells import Cell, Sheet
from kith.files.error_texts import ERROR_CELLS
from kith.files.errors import SheetTooLargeError, TextTableBrokenError
from kith.files.limits import Limits
from kith.files.text_encoding import decoded

_BETWEEN = ",;\t|"
_LOOKED_AT = 200
_SAID = re.compile(r"""(?:"sep=([,;\t|])"|sep=([,;\t|]))\r?\n""", re.IGNORECASE)


def read_text_table(data: bytes, called: str, *, sheet: str, limits: Limits, between: str = "") -> Sheet:
    """The file's rows as texts; what a spreadsheet would show as an error comes as a CellError.

    What stands between the cells is `between`, or found.
    Raises TextUndecidableError, TextTableBrokenError, SheetTooLargeError.
    """
    text = decoded(data, called)
    if not between and (said := _SAID.match(text)):
        return Sheet(sheet, _rows(text[said.end() :], said[1] or said[2], called, limits))
    return Sheet(sheet, _rows(text, between or _between(text), called, limits))


def _between(text: str) -> str:
    """What stands between the cells: that which divides most rows into most columns, evenly."""
    return max(_BETWEEN, key=lambda each: _evenness(text, each))


def _evenness(text: str, between: str) -> float:
    try:
        widths = Counter(map(len, islice(filter(None, _reader(text, between, strict=False)), _LOOKED_AT)))
    except csv.Error:
        return 0.0
    total = sum(widths.values())
    return max(((width - 1) * count / total for width, count in widths.items()), default=0.0)


def _reader(text: str, between: str, *, strict: bool) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=strict)


def _rows(text: str, between: str, called: str, limits: Limits) -> list[Sequence[Cell]]:
    rows: list[Sequence[Cell]] = []
    cells = 0
    reader = _reader(text, between, strict=True)
    try:
        for row in reader:
            while row and not row[-1]:
                row.pop()
            cells += len(row) + 1
            if cells > limits.cells_in_box:
                raise _too_large(called, len(rows) + 1, limits)
            rows.append([ERROR_CELLS.get(cell, cell) for cell in row] if row else EMPTY)
    except csv.Error as wrong:
        raise _broken(called, str(wrong), len(rows) + 1) from wrong
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _broken(called: str, why: str, row: int) -> TextTableBrokenError:
    if "field limit" in why:
        said = f"row {row} has a cell of more than {csv.field_size_limit():,} characters"
    elif "unexpected end" in why:
        said = f"a quotation mark in row {row} is opened and never closed"
    else:
        said = f"row {row} has a quotation mark where none may stand; inside a cell it is written twice"
    return TextTableBrokenError(f"{called} is no CSV that can be read: {said}. Export it again, or mend it in Excel.")


def _too_large(called: str, row: int, limits: Limits) -> SheetTooLargeError:
    return SheetTooLargeError(
        f"{called} has more than {limits.cells_in_box:,} cells by row {row:,}, which is more than can be read. "
        "Delete what lies beyond the table, or export a shorter period."
    )
