"""The account of an import: per sheet, problem by problem, question by question."""

from collections.abc import Mapping
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
    """What was understood of each column, for the check before an import."""
    return [
        {"sheet": sheet.sheet, "missing": list(sheet.missing_columns), "columns": [asdict(c) for c in sheet.columns]}
        for sheet in understood.sheets
    ]


def _sheet(sheet: SheetUnderstanding, merge: Any) -> Mapping[str, Any]:
    found = merge.comparison
    return {
        "sheet": sheet.sheet,
        "read": sheet.read,
        "taken": sheet.taken,
        "repeated": sheet.repeated,
        "refused": sheet.refused,
        "new": len(found.new),
        "changed": len(found.changes),
        "unchanged": found.unchanged,
    }
