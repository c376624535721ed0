"""What a cell may hold once read, and what a sheet is."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell in which the spreadsheet shows an error, such as #N/A."""

    text: str

    def __str__(self) -> str:
        return self.text


Cell = str | float | int | dt.date | dt.datetime | dt.time | dt.timedelta | CellError
"""A blank cell is the empty text. True and False come as the texts TRUE and FALSE, as Excel shows them."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """What of a sheet the spreadsheet does not show: all of it, or columns and rows by their numbers from 1."""

    whole: bool = False
    columns: frozenset[int] = frozenset()
    rows: frozenset[int] = frozenset()


SHOWN = Hidden()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet; the rows keep their place, an empty row is an empty sequence.

    What is hidden is read like everything else, and `hidden` says what it is.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    first_row: int = 1
    first_column: int = 1
    hidden: Hidden = SHOWN

    def hides_column(self, index: int) -> bool:
        """Whether the spreadsheet does not show a row's cell of that index."""
        return self.first_column + index in self.hidden.columns

    def numbered(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Each row with the number the spreadsheet shows beside it."""
        return enumerate(self.rows, self.first_row)

    def column_letter(self, index: int) -> str:
        """The letter the spreadsheet shows above a row's cell of that index."""
        return column_letter(self.first_column + index)


def column_letter(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
