"""Finding the row of headings, and which column feeds which field."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kith.exchange.workbooks.domain.errors import ColumnMissingError, HeadingsNotFoundError, HeadingTwiceError
from kith.exchange.workbooks.domain.profile import ColumnProfile, SheetProfile
from kith.exchange.workbooks.domain.readings.labels import heading_key
from kith.exchange.workbooks.domain.readings.text import shown
from kith.files.api import Cell, Sheet

WITHIN_ROWS = 20
FEWEST_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Match:
    """A column of the profile, found."""

    column: ColumnProfile
    index: int
    heading: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet keeps what: the headings' place among its rows, the columns found, in the profile's order."""

    sheet: Sheet
    profile: SheetProfile
    heading_index: int
    matches: tuple[Match, ...]

    @property
    def heading_row(self) -> int:
        """The number of the headings' row in the spreadsheet."""
        return self.sheet.first_row + self.heading_index

    @property
    def missing(self) -> list[str]:
        """Headings that the profile expects and the sheet lacks."""
        found = {match.column.field for match in self.matches}
        return [column.name for column in self.profile.columns if column.field not in found]


def find_layout(sheet: Sheet, profile: SheetProfile) -> Layout:
    """The sheet's layout. Raises HeadingsNotFoundError, HeadingTwiceError, ColumnMissingError."""
    fields = {heading_key(heading): column for column in profile.columns for heading in column.headings}
    index = _heading_index(sheet, set(fields))
    if index is None:
        raise HeadingsNotFoundError(
            f"The sheet {sheet.name} has no row of headings within its first {WITHIN_ROWS} rows. "
            f"Expected are: {', '.join(column.name for column in profile.columns)}."
        )
    layout = Layout(sheet, profile, index, _matches(sheet, profile, sheet.rows[index], fields))
    _check_complete(layout)
    return layout


def _heading_index(sheet: Sheet, keys: set[str]) -> int | None:
    """The row with the most headings of the profile; the first of equals."""
    best, most = None, 0
    within = max(WITHIN_ROWS - sheet.first_row + 1, 0)
    for index, row in enumerate(sheet.rows[:within]):
        count = len({heading_key(cell) for cell in row if isinstance(cell, str)} & keys)
        if count > most:
            best, most = index, count
    return best if most >= min(FEWEST_HEADINGS, len(keys)) else None


def _matches(
    sheet: Sheet, profile: SheetProfile, row: Sequence[Cell], fields: dict[str, ColumnProfile]
) -> tuple[Match, ...]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, cell in enumerate(row):
        column = fields.get(heading_key(cell)) if isinstance(cell, str) else None
        if column is not None:
            found[column.field].append(index)
    matches: list[Match] = []
    for column in profile.columns:
        indexes = found.get(column.field, [])
        if len(indexes) > 1:
            raise _twice(sheet, column, row, indexes)
        matches.extend(Match(column, index, shown(row[index]).strip()) for index in indexes)
    return tuple(matches)


def _twice(sheet: Sheet, column: ColumnProfile, row: Sequence[Cell], indexes: list[int]) -> HeadingTwiceError:
    places = " and ".join(f"{sheet.column_letter(index)} ({shown(row[index]).strip()})" for index in indexes)
    return HeadingTwiceError(
        f"The sheet {sheet.name} has more than one column for {column.name}: {places}. Delete or rename all but one."
    )


def _check_complete(layout: Layout) -> None:
    found = {match.column.field for match in layout.matches}
    lacking = [one.name for one in layout.profile.columns if one.must_exist and one.field not in found]
    if lacking:
        raise ColumnMissingError(
            f"The sheet {layout.sheet.name} has no column {' and no column '.join(lacking)} among the headings in row "
            f"{layout.heading_row}. Add it or correct its heading; Kith does not guess."
        )
