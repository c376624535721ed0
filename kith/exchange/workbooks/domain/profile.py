"""An import profile: what a workbook of one kind looks like, from its reviewed definition."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kith.exchange.workbooks.domain.errors import ProfileWrongError
from kith.exchange.workbooks.domain.readings.labels import heading_key
from kith.kernel import definitions


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """A column: the headings it goes by, the field it feeds, how its cells are read."""

    field: str
    headings: tuple[str, ...]
    type: str
    must_exist: bool
    must_be_filled: bool
    options: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The heading that sentences use."""
        return self.headings[0]


@dataclass(frozen=True, slots=True)
class RangeBy:
    """A number whose range depends on another field, with the name to call each value of that field."""

    field: str
    by: str
    ranges: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class NoteRule:
    """A question asked when a field has a value and a text begins with certain words."""

    kind: str
    field: str
    value: bool | str
    text_field: str
    begins: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class SheetProfile:
    """A sheet: its names, the kind of record it feeds, its key and columns."""

    kind: str
    names: tuple[str, ...]
    required: bool
    key: tuple[str, ...]
    columns: tuple[ColumnProfile, ...]
    ranges: tuple[RangeBy, ...]
    notes: tuple[NoteRule, ...]

    def column(self, field: str) -> ColumnProfile:
        """The column that feeds a field."""
        return next(column for column in self.columns if column.field == field)


@dataclass(frozen=True, slots=True)
class Profile:
    """A whole import profile."""

    name: str
    title: str
    version: int
    totals: frozenset[str]
    days: Mapping[str, Mapping[str, Any]]
    yes_no: Mapping[str, tuple[str, ...]]
    sheets: tuple[SheetProfile, ...]


def load_profile(name: str) -> Profile:
    """The import profile of that name. Raises DefinitionNotFoundError, DefinitionWrongError, ProfileWrongError."""
    return profile_from(name, definitions.load("imports", name))


def totals_key(text: str) -> str:
    """The words of a row of totals without regard to case, spaces and a colon."""
    return " ".join(text.casefold().replace(":", " ").split())


def profile_names() -> list[str]:
    """The names of all import profiles."""
    return definitions.names("imports")


def profile_from(name: str, document: Mapping[str, Any]) -> Profile:
    """A profile from a definition that keeps to its schema. Raises ProfileWrongError."""
    profile = Profile(
        name=name,
        title=document["title"],
        version=document["version"],
        totals=frozenset(map(totals_key, document["totals"])),
        days=document["days"],
        yes_no={answer: tuple(words) for answer, words in document["yes_no"].items()},
        sheets=tuple(map(_sheet, document["sheets"])),
    )
    _check_order(profile)
    _check_fields(profile)
    _check_headings(profile)
    return profile


def _sheet(document: Mapping[str, Any]) -> SheetProfile:
    return SheetProfile(
        kind=document["kind"],
        names=tuple(document["names"]),
        required=document["required"],
        key=tuple(document["key"]),
        columns=tuple(map(_column, document["columns"])),
        ranges=tuple(map(_range_by, document.get("ranges", ()))),
        notes=tuple(map(_note_rule, document.get("questions", ()))),
    )


def _column(document: Mapping[str, Any]) -> ColumnProfile:
    known = {"field", "headings", "type", "required"}
    required = document.get("required", False)
    return ColumnProfile(
        field=document["field"],
        headings=tuple(document["headings"]),
        type=document["type"],
        must_exist=bool(required),
        must_be_filled=required is True,
        options={key: value for key, value in document.items() if key not in known},
    )


def _range_by(document: Mapping[str, Any]) -> RangeBy:
    ranges = {value: (low, high) for value, (low, high) in document["ranges"].items()}
    return RangeBy(document["field"], document["by"], ranges)


def _note_rule(document: Mapping[str, Any]) -> NoteRule:
    begins = tuple(words.casefold() for words in document["begins"])
    when = document["when"]
    return NoteRule(document["kind"], when["field"], when["is"], document["text_field"], begins, document["sentence"])


def _check_order(profile: Profile) -> None:
    """A sheet may refer only to sheets listed before it: records are taken in that order."""
    before: set[str] = set()
    for sheet in profile.sheets:
        for column in sheet.columns:
            if column.type == "reference" and column.options["to"] not in before:
                raise ProfileWrongError(
                    f"The import profile {profile.name} lets the sheet {sheet.names[0]} refer to a "
                    f"{column.options['to']}, which no sheet before it describes. List that sheet first."
                )
        before.add(sheet.kind)


def _check_fields(profile: Profile) -> None:
    for sheet in profile.sheets:
        fields = {column.field for column in sheet.columns}
        for wanted in [*sheet.key, *(rule.by for rule in sheet.ranges), *(rule.text_field for rule in sheet.notes)]:
            if wanted not in fields:
                raise ProfileWrongError(
                    f"The import profile {profile.name} names the field {wanted} on the sheet {sheet.names[0]}, "
                    "but no column there feeds it."
                )


def _check_headings(profile: Profile) -> None:
    for sheet in profile.sheets:
        feeds: dict[str, str] = {}
        for column in sheet.columns:
            for heading in column.headings:
                first = feeds.setdefault(heading_key(heading), column.field)
                if first != column.field:
                    raise ProfileWrongError(
                        f"The heading {heading} of the sheet {sheet.names[0]} cannot stand for two things: "
                        f"{first} and {column.field}. Rename one of the columns in the file, or choose one."
                    )
