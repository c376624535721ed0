"""Rules that look at several cells of a row together."""

from collections.abc import Callable, Sequence

from kith.exchange.workbooks.domain.groups import Group, Match
from kith.exchange.workbooks.domain.profile import NoteRule, RangeBy, SheetProfile
from kith.exchange.workbooks.domain.readings.text import shown
from kith.exchange.workbooks.domain.row import Row
from kith.files.api import Cell

RowRule = Callable[[Row, Sequence[Cell]], None]


def row_rules(profile: SheetProfile, group: Group) -> list[RowRule]:
    """The rules of a sheet's profile for which the group has the columns."""
    found = {match.column.field: match for match in group.matches}
    ranges = [
        _range_rule(rule, found[rule.field], found.get(rule.by))
        for rule in profile.ranges
        if rule.field in found and (rule.by in found or rule.by in group.given)
    ]
    notes = [
        _note_rule(rule, found[rule.field])
        for rule in profile.notes
        if rule.field in found and rule.text_field in found
    ]
    return ranges + notes


def _range_rule(rule: RangeBy, column: Match, by: Match | None) -> RowRule:
    """The range is of the number as written; the value is held in thousandths."""
    scale = 1000 if column.column.type == "thousandths" else 1
    bounds = {value: (low * scale, high * scale) for value, (low, high) in rule.ranges.items()}

    def check(row: Row, cells: Sequence[Cell]) -> None:
        number, which = row.values[rule.field], row.values[rule.by]
        if not isinstance(number, int) or not isinstance(which, str) or which not in bounds:
            return
        low, high = bounds[which]
        if not low <= number <= high:
            called = shown(cells[by.index]).strip() if by else column.column.name
            sentence = (
                f"{shown(cells[column.index]).strip()} is out of range: "
                f"{called} lies between {low // scale} and {high // scale}."
            )
            row.refuse(column.heading, cells[column.index], sentence)

    return check


def _note_rule(rule: NoteRule, column: Match) -> RowRule:
    def check(row: Row, cells: Sequence[Cell]) -> None:
        text = row.values[rule.text_field]
        if row.values[rule.field] == rule.value and isinstance(text, str) and _begins(text, rule.begins):
            row.ask(rule.kind, column.heading, cells[column.index], rule.sentence)

    return check


def _begins(text: str, beginnings: tuple[str, ...]) -> bool:
    """Whether the text begins with one of the words, as a word: 'DNA.' does, 'DNAR' does not."""
    start = text[:80].casefold()
    return start.startswith(beginnings) and any(
        start.startswith(one) and not start[len(one) : len(one) + 1].isalnum() for one in beginnings
    )
