"""The account of an import: per sheet, problem by problem, question by question."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from kith.exchange.workbooks.domain.understanding import SheetUnderstanding, Understanding


def account_of(understood: Understanding, merge: Any) -> dict[str, Any]:
    """The account as plain values, fit for JSON: what was read, taken, repeated and refused, and what it changes."""
    differences = merge.by_kind()
    return {
        "sheets": [_sheet(sheet, differences[sheet.kind]) for sheet in understood.sheets],
        "problems": [asdict(problem) for problem in understood.problems],
        "possible_duplicates": merge.possible_duplicates,
        "questions": [asdict(question) for question in (*understood.questions, *merge.questions)],
    }


def columns_of(understood: Understanding) -> list[dict[str, Any]]:
    """What was understood of each column of a sheet, for the check before an import."""
    parts: defaultdict[str, list[SheetUnderstanding]] = defaultdict(list)
    for sheet in understood.sheets:
        parts[sheet.sheet].append(sheet)
    return [
        {"sheet": name, "missing": _missing(several), "columns": _columns(several)} for name, several in parts.items()
    ]


def _missing(parts: Sequence[SheetUnderstanding]) -> list[str]:
    return list(dict.fromkeys(name for part in parts for name in part.missing_columns))


def _columns(parts: Sequence[SheetUnderstanding]) -> list[dict[str, Any]]:
    """A column of a sheet that holds several records may feed more than one of them."""
    fed: defaultdict[str, list[str]] = defaultdict(list)
    for part in parts:
        for column in part.columns:
            fed[column.letter].extend([column.field] if column.field else ())
    return [
        {**asdict(column), "field": ", ".join(dict.fromkeys(fed[column.letter])) or None} for column in parts[0].columns
    ]


def _sheet(sheet: SheetUnderstanding, merge: Any) -> Mapping[str, Any]:
    found = merge.comparison
    return {
        "sheet": sheet.called,
        "read": sheet.read,
        "taken": sheet.taken,
        "repeated": sheet.repeated,
        "refused": sheet.refused,
        "new": len(found.new),
        "changed": len(found.changes),
        "unchanged": found.unchanged,
    }
