"""What was understood of a workbook: records to be taken, problems, questions."""

import datetime as dt
from dataclasses import dataclass, field

Value = str | int | bool | dt.date | None
Key = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row was refused; one for each bad cell."""

    sheet: str
    row: int
    column: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something taken as it stands, that a person should look at. `row` is None for a whole sheet."""

    kind: str
    sheet: str
    row: int | None
    column: str
    value: str
    sentence: str


@dataclass(slots=True)
class Record:
    """One row that can be taken. `key` is None on a sheet without a key.

    `fingerprint` is equal for rows that mean the same, however they are written, in every run.
    A field is absent from `values` when the sheet has no column for it.
    """

    kind: str
    sheet: str
    row: int
    key: Key | None
    fingerprint: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Column:
    """A column as found: what it feeds (None: not used), how many cells are filled, and whether it is hidden."""

    heading: str
    letter: str
    field: str | None
    filled: int
    hidden: bool = False


@dataclass(slots=True)
class SheetUnderstanding:
    """One sheet: read = taken + repeated + refused; empty rows are not read."""

    sheet: str
    kind: str
    heading_row: int
    columns: list[Column]
    missing_columns: list[str]
    part: str = ""
    """What the records are called, when the sheet holds other records too."""
    heading_rows: int = 1
    fields: frozenset[str] = frozenset()
    """The fields of its records that the sheet says something of."""
    rows_agree: bool = False
    """Whether rows with the same key settle together what is so, as when a client came back."""
    records: list[Record] = field(default_factory=list)
    repeats: list[tuple[int, int]] = field(default_factory=list)
    """Each repeated row with the row it repeats."""
    read: int = 0
    refused: int = 0

    @property
    def called(self) -> str:
        """The sheet, and the part of it where it holds several."""
        return f"{self.sheet}: {self.part}" if self.part else self.sheet

    @property
    def taken(self) -> int:
        """How many rows become records."""
        return len(self.records)

    @property
    def repeated(self) -> int:
        """How many rows say again what an earlier row of the same key said."""
        return len(self.repeats)


@dataclass(slots=True)
class Understanding:
    """The whole workbook, sheet by sheet in the profile's order: no record comes before one it refers to."""

    profile: str
    profile_version: int
    sheets: list[SheetUnderstanding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    unused_sheets: list[str] = field(default_factory=list)
    missing_sheets: list[str] = field(default_factory=list)
    contradicted: list[tuple[str, int, int]] = field(default_factory=list)
    """A sheet, a row taken, and a row refused because it has the same key and says something else."""
    told: set[Problem] = field(default_factory=set)
    """The problems of sheets that hold several records in a row, each once."""
    is_part: bool = False
    """Whether the file holds refused rows come back, and says nothing of the rows it does not have."""

    def records(self, kind: str) -> list[Record]:
        """All records of a kind, in the order of their rows."""
        return [record for sheet in self.sheets if sheet.kind == kind for record in sheet.records]
