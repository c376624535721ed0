"""An import profile: what a workbook of one kind looks like, from its reviewed definition."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kith.exchange.workbooks.domain.profile_checks import check_profile
from kith.exchange.workbooks.domain.profile_wide import GroupProfile, Split, group_profiles, split_profile
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
        return self.headings[0] if self.headings else self.field.replace("_", " ")

    @property
    def nothing(self) -> frozenset[str]:
        """Words that stand for an empty cell in this column, besides those of the whole profile."""
        return frozenset(map(nothing_key, self.options.get("nothing", ())))


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
    """A sheet, or a part of one: its names, the kind of record it feeds, its key and columns.

    `heading_rows` is how many rows its headings may fill. With `groups` a row gives a record for each group of columns
    that is filled; with `split` one for each value of a cell.
    """

    kind: str
    names: tuple[str, ...]
    required: bool
    key: tuple[str, ...]
    columns: tuple[ColumnProfile, ...]
    ranges: tuple[RangeBy, ...]
    notes: tuple[NoteRule, ...]
    part: str = ""
    heading_rows: int = 1
    groups: tuple[GroupProfile, ...] = ()
    split: Split | None = None

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
    nothing: frozenset[str] = frozenset()
    """Words that stand for an empty cell."""


def load_profile(name: str) -> Profile:
    """The import profile of that name. Raises DefinitionNotFoundError, DefinitionWrongError, ProfileWrongError."""
    return profile_from(name, definitions.load("imports", name))


def totals_key(text: str) -> str:
    """The words of a row of totals without regard to case, spaces and a colon."""
    return " ".join(text.casefold().replace(":", " ").split())


def nothing_key(text: str) -> str:
    """The words for an empty cell without regard to case and spaces; the signs count, for there is '-'."""
    return " ".join(text.casefold().split())


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
        nothing=frozenset(map(nothing_key, document.get("nothing", ()))),
    )
    check_profile(profile)
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
        part=document.get("part", ""),
        heading_rows=document.get("heading_rows", 1),
        groups=group_profiles(document.get("each", ())),
        split=split_profile(document.get("split")),
    )


def _column(document: Mapping[str, Any]) -> ColumnProfile:
    known = {"field", "headings", "type", "required"}
    required = document.get("required", False)
    return ColumnProfile(
        field=document["field"],
        headings=tuple(document.get("headings", ())),
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
