"""Cells that hold several values: how many, and the row once for each."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from kith.exchange.workbooks.domain.groups import Group, Match
from kith.exchange.workbooks.domain.profile import nothing_key
from kith.exchange.workbooks.domain.profile_wide import Split
from kith.exchange.workbooks.domain.readings.labels import label_key
from kith.files.api import Cell


def is_nothing(cell: Cell, words: Set[str]) -> bool:
    """Whether a cell is blank or says that there is nothing."""
    return cell == "" or (isinstance(cell, str) and (not (key := nothing_key(cell)) or key in words))


class Splitter:
    """Divides the cells of some fields together: the second value of one belongs to the second of the other."""

    def __init__(self, split: Split, group: Group, nothing: Set[str]) -> None:
        by_field = {match.column.field: match for match in group.matches}
        self._matches = [by_field[field] for field in split.fields if field in by_field]
        self._values = [_Values(match, split, nothing) for match in self._matches]

    def uneven(self, cells: Sequence[Cell]) -> tuple[Match, str] | None:
        """The first column with another number of values than the one that decides, and what to do about it."""
        counts = [len(values.of(cells)) for values in self._values]
        for match, count in zip(self._matches[1:], counts[1:], strict=True):
            if count not in (0, counts[0]):
                several = "value" if counts[0] == 1 else "values"
                return match, (
                    f"{self._matches[0].heading} has {counts[0]} {several} and this cell {count}. Write one for each, "
                    "in the same order and with a semicolon between."
                )
        return None

    def divided(self, cells: Sequence[Cell]) -> Iterator[Sequence[Cell]]:
        """The row once for each value, and once where the cell that decides is blank."""
        several = [values.of(cells) for values in self._values]
        for place in range(max(len(several[0]), 1)):
            row = list(cells)
            for match, values in zip(self._matches, several, strict=True):
                row[match.index] = values[place] if values else ""
            yield row


class _Values:
    """The values of one column's cells.

    A weak separator divides only what its value set does not know as a whole and knows in every piece: 'diet/exercise'
    is two, 'damp flat / no heating' is somebody's own words.
    """

    def __init__(self, match: Match, split: Split, nothing: Set[str]) -> None:
        self._index, self._nothing = match.index, nothing | match.column.nothing
        self._strong, self._weak = _pattern(split.between), _pattern(split.weakly_between)
        spellings: Iterable[Sequence[str]] = match.column.options.get("codes", {}).values()
        self._known = {label_key(one) for several in spellings for one in several}

    def of(self, cells: Sequence[Cell]) -> list[Cell]:
        """Each value; none of a blank cell."""
        cell = cells[self._index]
        if not isinstance(cell, str):
            return [cell]
        return [value for piece in _pieces(self._strong, cell) if not self._is_nothing(piece)
                for value in self._weakly(piece)]  # fmt: skip

    def _is_nothing(self, piece: str) -> bool:
        return is_nothing(piece, self._nothing)

    def _weakly(self, piece: str) -> list[str]:
        if label_key(piece) in self._known:
            return [piece]
        pieces = _pieces(self._weak, piece)
        return pieces if all(label_key(each) in self._known for each in pieces) else [piece]


def _pattern(between: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, between)), re.IGNORECASE) if between else None


def _pieces(pattern: re.Pattern[str] | None, text: str) -> list[str]:
    return [piece.strip() for piece in (pattern.split(text) if pattern else [text]) if piece.strip()]
