"""The refused rows of a file as sheets of their own, and such sheets, corrected, as they come back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kith.exchange.workbooks.domain.headings import WITHIN_ROWS
from kith.exchange.workbooks.domain.readings.labels import heading_key
from kith.exchange.workbooks.domain.understanding import SheetUnderstanding, Understanding
from kith.files.api import NO_RESULT, Cell, CellError, Sheet, restored

REASON = "Why this row was refused"
HOW_TO = "How to correct these rows"
_COMPANION = "This row was taken. It is here because another row here is of the same: leave it as it is."
_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", NO_RESULT})


@dataclass(frozen=True, slots=True)
class RefusedRows:
    """The refused rows of one sheet under the sheet's own rows of headings; the reason stands first."""

    sheet: str
    headings: list[list[Cell]]
    rows: list[list[Cell]]


def refused_rows(sheets: Sequence[Sheet], understood: Understanding) -> list[RefusedRows]:
    """Each refused row as it was given, and beside one that contradicts a row taken, that row too.

    Rows that settle something together come together, or an older one by itself would undo what a later one says.
    """
    reasons: defaultdict[str, dict[int, list[str]]] = defaultdict(dict)
    for sheet, first, later in understood.contradicted:
        told = f"This row was taken. Row {later} has the same key and says something else: delete the wrong one."
        reasons[sheet].setdefault(first, []).append(told)
    for problem in understood.problems:
        reasons[problem.sheet].setdefault(problem.row, []).append(f"{problem.column}: {problem.sentence}")
    for each in understood.sheets:
        if each.rows_agree:
            _add_companions(each.repeats, reasons[each.sheet])
    given = {sheet.name: sheet for sheet in sheets}
    once_each = {each.sheet: each for each in understood.sheets if reasons[each.sheet]}
    return [_of_sheet(given[name], each, reasons[name]) for name, each in once_each.items()]


def is_of_refused_rows(sheets: Sequence[Sheet]) -> bool:
    """Whether a file is a workbook of refused rows come back, also when columns were moved or the reasons removed."""
    return any(_place_of(words, sheet) is not None for sheet in sheets for words in (REASON, HOW_TO))


def come_back(sheet: Sheet) -> Sheet:
    """A sheet of such a file with its cells as they were given before they were written for Excel, and no reasons."""
    reasons = _place_of(REASON, sheet)
    rows = [["" if place == reasons else _restored(cell) for place, cell in enumerate(row)] for row in sheet.rows]
    return replace(sheet, rows=rows)


def _add_companions(repeats: Sequence[tuple[int, int]], reasons: dict[int, list[str]]) -> None:
    together: defaultdict[int, list[int]] = defaultdict(list)
    for later, first in repeats:
        together[first].append(later)
    for taken, others in together.items():
        rows = [taken, *others]
        if any(row in reasons for row in rows):
            for row in rows:
                reasons.setdefault(row, [_COMPANION])


def _of_sheet(sheet: Sheet, found: SheetUnderstanding, reasons: dict[int, list[str]]) -> RefusedRows:
    first = found.heading_row - sheet.first_row
    upper, *lower = sheet.rows[first : first + found.heading_rows]
    headings = [[REASON, *upper], *(["", *row] for row in lower)]
    rows = [[" ".join(dict.fromkeys(why)), *sheet.rows[row - sheet.first_row]] for row, why in sorted(reasons.items())]
    return RefusedRows(sheet.name, headings, rows)


def _place_of(words: str, sheet: Sheet) -> int | None:
    """The column of which these words are the heading, which may have been moved or have a title above it."""
    key = heading_key(words)
    for row in sheet.rows[:WITHIN_ROWS]:
        for place, cell in enumerate(row):
            if isinstance(cell, str) and heading_key(cell) == key:
                return place
    return None


def _restored(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return CellError(cell) if cell in _ERRORS else restored(cell)
