"""Finding the rows of headings, and which column feeds which field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kith.exchange.workbooks.domain.errors import ColumnMissingError, HeadingsNotFoundError, HeadingTwiceError
from kith.exchange.workbooks.domain.groups import Group, Headings, Match
from kith.exchange.workbooks.domain.heading_rows import Known, heading_texts
from kith.exchange.workbooks.domain.profile import SheetProfile
from kith.exchange.workbooks.domain.readings.labels import heading_key
from kith.files.api import Sheet

WITHIN_ROWS = 20
FEWEST_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet keeps what: the place of its headings among its rows, the words above each column, the groups."""

    sheet: Sheet
    profile: SheetProfile
    heading_index: int
    heading_rows: int
    headings: Sequence[str]
    groups: tuple[Group, ...]

    @property
    def heading_row(self) -> int:
        """The number of the headings' first row in the spreadsheet."""
        return self.sheet.first_row + self.heading_index

    @property
    def first_index(self) -> int:
        """The place of the first row below the headings."""
        return self.heading_index + self.heading_rows

    @property
    def matches(self) -> list[Match]:
        """Every column that feeds something."""
        return [match for group in self.groups for match in group.matches]

    @property
    def missing(self) -> list[str]:
        """Headings that the profile expects and the sheet lacks."""
        if not self.groups:
            return [column.name for column in self.profile.columns if column.headings]
        return list(dict.fromkeys(column.name for group in self.groups for column in group.missing))


def find_layouts(sheet: Sheet, profiles: Sequence[SheetProfile]) -> list[Layout]:
    """The layout of each part of one sheet; all have their headings in the same rows.

    Raises HeadingsNotFoundError, HeadingTwiceError, ColumnMissingError.
    """
    meanings = [Headings(profile) for profile in profiles]

    @cache
    def known(text: str) -> bool:
        return any(each.known(text) for each in meanings)

    index, rows = _place(sheet, profiles, known)
    texts = heading_texts(sheet.rows[index : index + rows], known)
    return [_layout(sheet, each, index, rows, texts) for each in meanings]


def _layout(sheet: Sheet, meaning: Headings, index: int, rows: int, texts: list[str]) -> Layout:
    profile = meaning.profile
    called = [f"{text} (column {sheet.column_letter(at)})" for at, text in enumerate(texts)] if profile.part else texts
    found = meaning.find(texts)
    for place, indexes in found.items():
        if len(indexes) > 1:
            raise _twice(sheet, meaning.name_of(place), texts, indexes)
    layout = Layout(sheet, profile, index, rows, texts, tuple(meaning.groups(found, called)))
    _check_complete(layout)
    return layout


def _place(sheet: Sheet, profiles: Sequence[SheetProfile], known: Known) -> tuple[int, int]:
    """The row, and how many rows, with the most headings known; the first and fewest of equals."""
    best, most = (0, 0), 0
    within = max(WITHIN_ROWS - sheet.first_row + 1, 0)
    for height in range(1, max(each.heading_rows for each in profiles) + 1):
        for index in range(min(within, len(sheet.rows) - height + 1)):
            texts = heading_texts(sheet.rows[index : index + height], known)
            count = len({heading_key(text) for text in texts if known(text)})
            if count > most:
                best, most = (index, height), count
    names = list(dict.fromkeys(each.name for profile in profiles for each in profile.columns if each.headings))
    spellings = sum(len(each.headings) for profile in profiles for each in profile.columns)
    if not most or most < min(FEWEST_HEADINGS, spellings):
        raise HeadingsNotFoundError(
            f"The sheet {sheet.name} has no row of headings within its first {WITHIN_ROWS} rows. "
            f"Expected are: {', '.join(names)}."
        )
    return best


def _twice(sheet: Sheet, name: str, texts: Sequence[str], indexes: Sequence[int]) -> HeadingTwiceError:
    places = " and ".join(f"{sheet.column_letter(index)} ({texts[index]})" for index in indexes)
    return HeadingTwiceError(
        f"The sheet {sheet.name} has more than one column for {name}: {places}. Delete or rename all but one; "
        "a column that you do not see is hidden."
    )


def _check_complete(layout: Layout) -> None:
    needed = (each.name for group in layout.groups for each in group.missing if each.must_exist)
    if lacking := list(dict.fromkeys([*needed, *_unlike_the_others(layout)])):
        raise ColumnMissingError(
            f"The sheet {layout.sheet.name} has no column {' and no column '.join(lacking)} among the headings in row "
            f"{layout.heading_row}. Add it or correct its heading; Kith does not guess."
        )


def _unlike_the_others(layout: Layout) -> Iterator[str]:
    """Headings that one number of a group has and another lacks: blank and absent could not be told apart."""
    numbered = [group for group in layout.groups if group.number is not None]
    there = {match.column.field for group in numbered for match in group.matches}
    return (each.name for group in numbered for each in group.missing if each.field in there)
