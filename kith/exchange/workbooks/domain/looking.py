"""What there is to see of a sheet while somebody says what is in it: its headings, and what stands below each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kith.exchange.workbooks.domain.headings import WITHIN_ROWS
from kith.exchange.workbooks.domain.own_profile import SheetChoice
from kith.exchange.workbooks.domain.readings.labels import heading_key
from kith.exchange.workbooks.domain.readings.text import shown
from kith.files.api import Cell, Sheet

SAMPLES = 3
LONGEST_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """A column: its heading and letter, how many cells are filled, a few of their values, and whether it is hidden."""

    heading: str
    letter: str
    filled: int
    samples: tuple[str, ...]
    hidden: bool = False


def headings_index(sheet: Sheet) -> int:
    """The row that looks most like one of headings: the most different words, and no numbers or days."""
    best, most = 0, 0
    for index, row in enumerate(sheet.rows[:WITHIN_ROWS]):
        words = {heading_key(cell) for cell in row if isinstance(cell, str) and cell.strip()}
        others = sum(1 for cell in row if not isinstance(cell, str))
        if len(words) - 2 * others > most:
            best, most = index, len(words) - 2 * others
    return best


def columns_seen(sheet: Sheet) -> list[SeenColumn]:
    """Every column that has a heading; one without cannot be chosen."""
    if not sheet.rows:
        return []
    at = headings_index(sheet)
    return list(_columns(sheet, sheet.rows[at], sheet.rows[at + 1 :]))


def _columns(sheet: Sheet, headings: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> Iterator[SeenColumn]:
    for index, cell in enumerate(headings):
        heading = shown(cell).strip()
        if heading:
            cells = [row[index] for row in below if index < len(row) and row[index] != ""]
            hidden = sheet.hides_column(index)
            yield SeenColumn(heading, sheet.column_letter(index), len(cells), _samples(cells), hidden)


def _samples(cells: Sequence[Cell]) -> tuple[str, ...]:
    different: dict[str, None] = {}
    for cell in cells:
        different.setdefault(shown(cell).strip()[:LONGEST_SAMPLE])
        if len(different) == SAMPLES:
            break
    return tuple(different)


def likely_sheet(base: Mapping[str, Any], sheets: Sequence[Sheet]) -> str:
    """The sheet whose name the profile knows; else nothing."""
    known = set(map(heading_key, base["names"]))
    return next((sheet.name for sheet in sheets if heading_key(sheet.name) in known), "")


def likely_choice(base: Mapping[str, Any], sheet: Sheet) -> SheetChoice:
    """The headings that the profile knows, for a person to confirm."""
    known = {heading_key(heading): each["field"] for each in base["columns"] for heading in each["headings"]}
    headings: dict[str, str] = {}
    for column in columns_seen(sheet):
        field = known.get(heading_key(column.heading))
        if field and field not in headings:
            headings[field] = column.heading
    return SheetChoice(sheet.name, headings)
