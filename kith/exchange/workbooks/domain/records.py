"""Reads the records of a row: the part that runs once for every cell."""

import datetime as dt
from collections.abc import Iterable, Sequence

from kith.exchange.workbooks.domain.composed import composed_fields
from kith.exchange.workbooks.domain.groups import Group, Match
from kith.exchange.workbooks.domain.headings import Layout
from kith.exchange.workbooks.domain.outcomes import CellReader, Outcome
from kith.exchange.workbooks.domain.readers import Surroundings, reader_for
from kith.exchange.workbooks.domain.row import Row
from kith.exchange.workbooks.domain.row_rules import row_rules
from kith.exchange.workbooks.domain.splitting import Splitter, is_nothing
from kith.exchange.workbooks.domain.understanding import Value
from kith.files.api import Cell

_MOST_REMEMBERED = 50_000
OUT_OF_ORDER = "out_of_order"


class RecordReader:
    """Reads what one group of columns says in each row. A column remembers how it read a cell: few values fill many."""

    def __init__(self, layout: Layout, group: Group, surroundings: Surroundings) -> None:
        self._sheet, self._given, self._in_order = layout.sheet.name, dict(group.given), group.in_order
        self._plan: list[tuple[str, int, dict[Cell, Outcome], CellReader, Match]] = [
            (match.column.field, match.index, {}, reader_for(match.column, surroundings), match)
            for match in group.matches
        ]
        self._composed = composed_fields(layout.profile, group.number)
        self._rules = row_rules(layout.profile, group)
        nothing = surroundings.profile.nothing
        self._found_by = [(match.index, nothing | match.column.nothing) for match in group.found_by]
        self._splitter = Splitter(layout.profile.split, group, nothing) if layout.profile.split else None
        self._dated = next((each for each in group.matches if each.column.field == group.in_order), None)

    def records(self, number: int, cells: Sequence[Cell]) -> Iterable[Row]:
        """What the row holds of this group: nothing, one record, or one for each value of a divided cell."""
        if self._found_by and all(is_nothing(cells[index], words) for index, words in self._found_by):
            return ()
        if self._splitter is None:
            return (self.read(number, cells),)
        if uneven := self._splitter.uneven(cells):
            return (self._refused(number, cells, *uneven),)
        return [self.read(number, each) for each in self._splitter.divided(cells)]

    def day_of(self, row: Row) -> dt.date | None:
        """The day by which the groups of a row should follow one another."""
        day = row.values.get(self._in_order)
        return day if isinstance(day, dt.date) else None

    def ask_order(self, row: Row, cells: Sequence[Cell], latest: dt.date) -> None:
        """Notes that this record lies before one with a smaller number."""
        if self._dated is not None:
            sentence = (
                f"This lies before one with a smaller number in the same row ({latest:%d/%m/%Y}). "
                "Both were taken as they stand: please look."
            )
            row.ask(OUT_OF_ORDER, self._dated.heading, cells[self._dated.index], sentence)

    def _refused(self, number: int, cells: Sequence[Cell], match: Match, sentence: str) -> Row:
        row = Row(self._sheet, number, {})
        row.refuse(match.heading, cells[match.index], sentence)
        return row

    def read(self, number: int, cells: Sequence[Cell]) -> Row:
        """The record that the group's cells give."""
        values: dict[str, Value] = dict(self._given)
        row = Row(self._sheet, number, values)
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
        for composed in self._composed:
            values[composed.field] = composed.value(values)
        for rule in self._rules:
            rule(row, cells)
        return row
