"""Reading a sheet's rows."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from kith.exchange.workbooks.domain.headings import Layout
from kith.exchange.workbooks.domain.profile import totals_key
from kith.exchange.workbooks.domain.readers import Surroundings
from kith.exchange.workbooks.domain.records import RecordReader
from kith.exchange.workbooks.domain.row import Row
from kith.files.api import Cell

_LONGEST_TOTAL = 30
_TOTALS_SENTENCE = "This is a row of totals, not a record. It was left out."
_BETWEEN = "\x1f"  # stands in no text: the readers take it out


class RowReader:
    """Reads the rows of one sheet, or of one part of it."""

    def __init__(self, layout: Layout, surroundings: Surroundings) -> None:
        self._sheet = layout.sheet
        self._after = layout.first_index
        self._readers = [RecordReader(layout, group, surroundings) for group in layout.groups]
        self._in_groups = bool(layout.profile.groups)
        is_plain = not self._in_groups and layout.profile.split is None
        self._plain = self._readers[0] if is_plain else None
        self._totals = surroundings.profile.totals
        self._key_index = next((one.index for one in layout.matches if one.column.field in layout.profile.key[:1]), 0)
        self._headings = {match.index: match.heading for match in layout.matches}
        self._width = max((match.index for match in layout.matches), default=0) + 1
        fields = ",".join(match.column.field for match in layout.matches)
        self._salt = blake2b(f"{layout.profile.kind}:{fields}".encode(), digest_size=16)

    def rows(self) -> Iterator[Row]:
        """Every row below the headings that is not wholly empty; each record of it where a row holds several."""
        first = self._sheet.first_row + self._after
        for number, cells in enumerate(self._sheet.rows[self._after :], first):
            filled = _first_filled(cells)
            if filled is None:
                continue
            padded = cells if len(cells) >= self._width else [*cells, *[""] * (self._width - len(cells))]
            total = self._total_among(padded, filled)
            if total is None and self._plain is not None:
                yield self._plain.read(number, padded)
            elif total is None:
                yield from self._records(number, padded)
            elif not self._in_groups:  # told once a sheet: by the part that has a record in every row
                yield self._totals_row(number, padded, total)

    def fingerprint(self, row: Row) -> str:
        """Equal for rows that mean the same, in every run and on every machine."""
        digest = self._salt.copy()
        digest.update(_BETWEEN.join(map(str, row.values.values())).encode())
        return digest.hexdigest()

    def _records(self, number: int, cells: Sequence[Cell]) -> Iterator[Row]:
        if not self._in_groups:
            for reader in self._readers:
                yield from reader.records(number, cells)
            return
        latest = None
        for reader in self._readers:
            for row in reader.records(number, cells):
                if day := reader.day_of(row):
                    if latest and day < latest:
                        reader.ask_order(row, cells, latest)
                    latest = max(day, latest or day)
                yield row

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


def _first_filled(cells: Sequence[Cell]) -> int | None:
    for index, cell in enumerate(cells):
        if cell != "" and not (isinstance(cell, str) and cell.isspace()):
            return index
    return None
