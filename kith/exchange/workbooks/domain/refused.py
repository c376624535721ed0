"""The refused rows of a file as sheets of their own, and such sheets, corrected, as they come back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kith.exchange.workbooks.domain.readings.labels import heading_key
from kith.exchange.workbooks.domain.understanding import Understanding
from kith.files.api import Cell, CellError, Sheet, restored

REASON = "Why this row was refused"
_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})


@dataclass(frozen=True, slots=True)
class RefusedRows:
    """The refused rows of one sheet under the sheet's own headings; the reason stands first."""

    sheet: str
    headings: list[Cell]
    rows: list[list[Cell]]


def refused_rows(sheets: Sequence[Sheet], understood: Understanding) -> list[RefusedRows]:
    """Each refused row as it was given, and beside one that contradicts a row taken, that row too."""
    reasons: defaultdict[str, dict[int, list[str]]] = defaultdict(dict)
    for sheet, first, later in understood.contradicted:
        told = f"This row was taken. Row {later} has the same key and says something else: delete the wrong one."
        reasons[sheet].setdefault(first, []).append(told)
    for problem in understood.problems:
        reasons[problem.sheet].setdefault(problem.row, []).append(f"{problem.column}: {problem.sentence}")
    given = {sheet.name: sheet for sheet in sheets}
    return [
        _of_sheet(given[each.sheet], each.heading_row, reasons[each.sheet])
        for each in understood.sheets
        if reasons[each.sheet]
    ]


def is_of_refused_rows(sheets: Sequence[Sheet]) -> bool:
    """Whether a file is a workbook of refused rows come back."""
    return any(_has_reasons(sheet) for sheet in sheets)


def come_back(sheet: Sheet) -> Sheet:
    """The sheet with its cells as they were given before they were written for Excel, and without the reasons."""
    if not _has_reasons(sheet):
        return sheet
    rows = [["" if place == 0 else _restored(cell) for place, cell in enumerate(row)] for row in sheet.rows]
    return Sheet(sheet.name, rows, sheet.first_row, sheet.first_column)


def _of_sheet(sheet: Sheet, heading_row: int, reasons: dict[int, list[str]]) -> RefusedRows:
    headings = [REASON, *sheet.rows[heading_row - sheet.first_row]]
    rows = [[" ".join(dict.fromkeys(why)), *sheet.rows[row - sheet.first_row]] for row, why in sorted(reasons.items())]
    return RefusedRows(sheet.name, headings, rows)


def _has_reasons(sheet: Sheet) -> bool:
    first = sheet.rows[0] if sheet.rows else ()
    return bool(first) and isinstance(first[0], str) and heading_key(first[0]) == heading_key(REASON)


def _restored(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return CellError(cell) if cell in _ERRORS else restored(cell)
