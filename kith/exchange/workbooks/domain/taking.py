"""Deciding for each row: taken, repeated or refused."""

from kith.exchange.workbooks.domain.headings import Layout
from kith.exchange.workbooks.domain.profile import ColumnProfile
from kith.exchange.workbooks.domain.references import References
from kith.exchange.workbooks.domain.row import Row
from kith.exchange.workbooks.domain.rows import RowReader
from kith.exchange.workbooks.domain.understanding import Key, Record, SheetUnderstanding, Understanding

IDENTICAL_ROWS = "identical_rows"
_SAME_KEY = (
    "Row {row} has the same key and says something else ({names}). "
    "That row was taken and this one was not: delete the wrong one of the two."
)
_SAME_KEY_IN_PART = (
    "Row {row} tells of the same and says something else ({names}). Of the {what} that row was taken and this one was "
    "not: make the two say the same, or delete what is wrong."
)


class Taker:
    """Takes the rows of one sheet into an understanding."""

    def __init__(self, layout: Layout, sheet: SheetUnderstanding, into: Understanding, references: References) -> None:
        self._profile, self._sheet, self._into = layout.profile, sheet, into
        self._taken_ids, self._refused_ids = references.add_kind(layout.profile.kind)
        self._by_key: dict[Key, Record] = {}
        self._by_content: dict[str, int] = {}
        self._told = into.told
        key = layout.profile.key[:1]
        self._key_column = next((one.heading for one in layout.matches if one.column.field in key), "")

    def take_all(self, reader: RowReader) -> None:
        """Takes every row that the reader gives."""
        for row in reader.rows():
            self._sheet.read += 1
            if row.problems:
                self._refuse(row)
            else:
                self._take(row, reader.fingerprint(row))

    def _take(self, row: Row, fingerprint: str) -> None:
        values = row.values
        key = tuple([values[field] for field in self._profile.key]) or None
        record = Record(self._profile.kind, self._sheet.sheet, row.number, key, fingerprint, values)
        if key is None:
            self._ask_if_identical(row, fingerprint)
        elif (first := self._by_key.setdefault(key, record)) is not record:
            self._meet_again(row, record, first)
            return
        else:
            self._taken_ids.add(str(key[0]))
        self._sheet.records.append(record)
        self._into.questions.extend(row.questions)

    def _meet_again(self, row: Row, record: Record, first: Record) -> None:
        differing = [
            column
            for column in self._profile.columns
            if record.values.get(column.field) != first.values.get(column.field)
        ]
        if all("again" in column.options for column in differing):
            for column in differing:
                _agree(column, first, record)
            self._sheet.repeats.append((row.number, first.row))
            return
        names = ", ".join(column.name for column in differing if "again" not in column.options)
        sentence = _SAME_KEY_IN_PART if self._profile.part else _SAME_KEY
        self._into.contradicted.append((self._sheet.sheet, first.row, row.number))
        value = str(record.values[self._profile.key[0]])
        row.refuse(self._key_column, value, sentence.format(row=first.row, names=names, what=self._profile.part))
        self._refuse(row)

    def _ask_if_identical(self, row: Row, fingerprint: str) -> None:
        first = self._by_content.setdefault(fingerprint, row.number)
        if first != row.number:
            sentence = f"This row says the same as row {first}. Both were taken: delete one if it happened once only."
            row.ask(IDENTICAL_ROWS, "", "", sentence)

    def _refuse(self, row: Row) -> None:
        self._sheet.refused += 1
        # One bad cell may spoil several records of a row; it is told once.
        told = [each for each in row.problems if each not in self._told] if self._profile.part else row.problems
        self._told.update(told)
        self._into.problems.extend(told)
        if self._profile.key and isinstance(identifier := row.values.get(self._profile.key[0]), str):
            self._refused_ids.add(identifier)


def _agree(column: ColumnProfile, first: Record, later: Record) -> None:
    """The profile says whose answer counts; a blank one never does."""
    if first.values[column.field] in (None, "") or column.options["again"] == "last":
        first.values[column.field] = later.values[column.field] or first.values[column.field]
