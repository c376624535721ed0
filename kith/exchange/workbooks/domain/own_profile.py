"""A service's own import profile: a reviewed one, with the sheets, headings and spellings that somebody chose."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

NOT_CHECKED = "not yet checked by a second person"
REVIEWED_FOR = dt.timedelta(days=365)


@dataclass(slots=True)
class SheetChoice:
    """One kind of record: its sheet, the heading of each field, and what further spellings stand for."""

    sheet: str
    headings: dict[str, str] = field(default_factory=dict)
    spellings: dict[str, dict[str, str]] = field(default_factory=dict)
    """field -> spelling -> code"""


@dataclass(slots=True)
class Choices:
    """What was chosen so far, by kind of record."""

    sheets: dict[str, SheetChoice] = field(default_factory=dict)

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Choices":
        """Choices as they were kept."""
        return cls({kind: SheetChoice(**each) for kind, each in kept.items()})

    def kept(self) -> dict[str, Any]:
        """As plain values, fit for JSON."""
        return {
            kind: {"sheet": each.sheet, "headings": each.headings, "spellings": each.spellings}
            for kind, each in self.sheets.items()
        }


def lacking(base: Mapping[str, Any], choices: Choices) -> list[str]:
    """What must still be chosen before a file can be read by it: a sentence each."""
    return list(_lacking(base, choices))


def _lacking(base: Mapping[str, Any], choices: Choices) -> Iterator[str]:
    for sheet in base["sheets"]:
        choice, called = choices.sheets.get(sheet["kind"]), sheet["names"][0]
        if choice is None:
            if sheet["required"]:
                yield f"Say which sheet holds the {called}: without them nothing can be taken."
            continue
        for column in sheet["columns"]:
            needed = bool(column.get("required")) or column["field"] in sheet["key"]
            if needed and column["field"] not in choice.headings:
                yield f"Say which column of the sheet {choice.sheet} holds the {column['headings'][0]} of the {called}."


def own_document(
    base: Mapping[str, Any], choices: Choices, *, title: str, version: int, author: str, on: dt.date
) -> dict[str, Any]:
    """The definition by which files of this kind are read."""
    return {
        **base,
        "title": title,
        "version": version,
        "author": author,
        "checker": NOT_CHECKED,
        "source": f"Made by looking at a file of the service, upon the profile '{base['title']}'.",
        "reviewed_on": on.isoformat(),
        "review_due": (on + REVIEWED_FOR).isoformat(),
        "sheets": list(_own_sheets(base, choices)),
    }  # fmt: skip


def preview_document(base: Mapping[str, Any], choices: Choices) -> dict[str, Any]:
    """The same while it is being made: only what was chosen, and nothing is required."""
    wanted = [_sheet(each, choices.sheets[each["kind"]]) for each in _wanted(base, choices)]
    return {**base, "sheets": [_relaxed(each) for each in wanted if each["columns"]]}


def _own_sheets(base: Mapping[str, Any], choices: Choices) -> Iterator[Mapping[str, Any]]:
    chosen = [_sheet(each, choices.sheets[each["kind"]]) for each in _wanted(base, choices)]
    led_to = {column["to"] for sheet in chosen for column in sheet["columns"] if column["type"] == "reference"}
    found = {sheet["kind"]: sheet for sheet in chosen}
    for each in base["sheets"]:
        if each["kind"] in found:
            yield found[each["kind"]]
        elif each["kind"] in led_to:
            yield {**each, "required": False}  # those it leads to may be known to Kith already


def _wanted(base: Mapping[str, Any], choices: Choices) -> list[Mapping[str, Any]]:
    return [each for each in base["sheets"] if each["kind"] in choices.sheets]


def _sheet(base: Mapping[str, Any], choice: SheetChoice) -> dict[str, Any]:
    columns = [_column(each, choice) for each in base["columns"] if each["field"] in choice.headings]
    there = {each["field"] for each in columns}
    sheet = {**base, "names": [choice.sheet], "columns": columns}
    ranges = [each for each in base.get("ranges", ()) if {each["field"], each["by"]} <= there]
    questions = [each for each in base.get("questions", ()) if {each["when"]["field"], each["text_field"]} <= there]
    return {**sheet, "ranges": ranges, "questions": questions}


def _column(base: Mapping[str, Any], choice: SheetChoice) -> dict[str, Any]:
    column = {**base, "headings": [choice.headings[base["field"]]]}
    spellings = choice.spellings.get(base["field"], {})
    for spelling, code in spellings.items():
        if base["type"] == "coded" and code in base["codes"]:
            codes = column["codes"]
            column["codes"] = {**codes, code: [*codes[code], spelling]}
        elif base["type"] == "yes_no" and code in ("yes", "no"):
            column[code] = [*column.get(code, ()), spelling]
    return column


def _relaxed(sheet: Mapping[str, Any]) -> dict[str, Any]:
    there = {each["field"] for each in sheet["columns"]}
    key = sheet["key"] if set(sheet["key"]) <= there else []
    return {**sheet, "required": False, "key": key, "columns": [_optional(each) for each in sheet["columns"]]}


def _optional(column: Mapping[str, Any]) -> dict[str, Any]:
    # A reference is read as an id: the sheet it leads to may not be chosen yet.
    as_id = {"field": column["field"], "headings": column["headings"], "type": "id"}
    return {**(as_id if column["type"] == "reference" else column), "required": False}
