"""Reading a sheet's rows: the part that runs once for every cell."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from kith.exchange.workbooks.domain.headings import Layout, Match
from kith.exchange.workbooks.domain.outcomes import CellReader, Outcome
from kith.exchange.workbooks.domain.profile import totals_key
from kith.exchange.workbooks.domain.readers import Surroundings, reader_for
from kith.exchange.workbooks.domain.row import Row
from kith.exchange.workbooks.domain.row_rules import row_rules
from kith.exchange.workbooks.domain.understanding import Value
from kith.files.api import Cell

_MOST_REMEMBERED = 50_000
_LONGEST_TOTAL = 30
_TOTALS_SENTENCE = "This is a row of totals, not a record. It was left out."
_BETWEEN = "\x1f"  # stands in no text: the readers take it out


class RowReader:
    """Reads the rows of one sheet. Each column remembers how it read a cell: few values fill many cells."""

    def __init__(self, layout: Layout, surroundings: Surroundings) -> None:
        self._sheet = layout.sheet
        self._after = layout.heading_index + 1
        self._plan: list[tuple[str, int, dict[Cell, Outcome], CellReader, Match]] = [
            (match.column.field, match.index, {}, reader_for(match.column, surroundings), match)
            for match in layout.matches
        ]
        self._rules = row_rules(layout)
        self._totals = surroundings.profile.totals
        self._key_index = next((one.index for one in layout.matches if one.column.field in layout.profile.key[:1]), 0)
        self._headings = {match.index: match.heading for match in layout.matches}
        self._width = max((match.index for match in layout.matches), default=0) + 1
        fields = ",".join(match.column.field for match in layout.matches)
        self._salt = blake2b(f"{layout.profile.kind}:{fields}".encode(), digest_size=16)

    def rows(self) -> Iterator[Row]:
        """Every row below the headings that is not wholly empty."""
        first = self._sheet.first_row + self._after
        for number, cells in enumerate(self._sheet.rows[self._after :], first):
            filled = _first_filled(cells)
            if filled is None:
                continue
            padded = cells if len(cells) >= self._width else [*cells, *[""] * (self._width - len(cells))]
            total = self._total_among(padded, filled)
            yield self._read(number, padded) if total is None else self._totals_row(number, padded, total)

    def fingerprint(self, row: Row) -> str:
        """Equal for rows that mean the same, in every run and on every machine."""
        digest = self._salt.copy()
        digest.update(_BETWEEN.join(map(str, row.values.values())).encode())
        return digest.hexdigest()

    def _total_among(self, cells: Sequence[Cell], filled: int) -> int | None:
        for index in (filled, self._key_index) if filled != self._key_index else (filled,):
            cell = cells[index]
            if isinstance(cell, str) and len(cell) < _LONGEST_TOTAL and totals_key(cell) in self._totals:
                return index
        return None

    def _totals_row(self, number: int, cells: Sequence[Cell], index: int) -> Row:
        row = Row(self._sheet.name, number, {})
        row.refuse(self._headings.get(index, self._sheet.column_letter(index)), cells[index], _TOTALS_SENTENCE)
        return row

    def _read(self, number: int, cells: Sequence[Cell]) -> Row:
        values: dict[str, Value] = {}
        row = Row(self._sheet.name, number, values)
        for name, index, remembered, read, match in self._plan:
            cell = cells[index]
            outcome = remembered.get(cell)
            if outcome is None:
                outcome = read(cell)
                if len(remembered) < _MOST_REMEMBERED:
                    remembered[cell] = outcome
            values[name] = outcome[0]
            if outcome[1] is not None:
                row.put_aside(outcome[1], match.heading, cell)
        for rule in self._rules:
            rule(row, cells)
        return row


def _first_filled(cells: Sequence[Cell]) -> int | None:
    for index, cell in enumerate(cells):
        if cell != "" and not (isinstance(cell, str) and cell.isspace()):
            return index
    return None
