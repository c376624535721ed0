"""What a file does not change, put as questions: rows gone from it, and fields corrected in Kith."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from kith.exchange.domain.days import days_of
from kith.exchange.workbooks.domain.understanding import Question

GONE = "no_longer_in_file"
KEPT = "kept_as_corrected_here"


def gone_questions(merges: Mapping[str, Any], sheets: Mapping[str, Any]) -> Iterable[Question]:
    """One question for each record that an earlier file brought and this one, for the same days, lacks."""
    for kind, sheet in sheets.items():
        day = days_of(sheet.records, kind)
        gone = merges[kind].gone_within(day.field, day.first, day.last) if day else merges[kind].comparison.gone
        for key in gone:
            yield Question(
                GONE, sheet.sheet, None, "", _name(key),
                "This row was in an earlier file and is not in this one. It is kept as it was.",
            )  # fmt: skip


def kept_questions(merges: Mapping[str, Any], sheets: Mapping[str, Any], clients: Any) -> Iterable[Question]:
    """One question for each record with a field that was corrected in Kith and that the file has otherwise."""
    rows = {kind: {record.key: record.row for record in sheet.records} for kind, sheet in sheets.items()}
    for kind, sheet in sheets.items():
        kept = [*merges[kind].comparison.kept, *(clients.persons.comparison.kept if kind == "client" else ())]
        for key, fields in kept:
            yield Question(
                KEPT, sheet.sheet, rows[kind].get((key,)), ", ".join(fields), _name(key),
                "This was corrected in Kith since, and the file has it otherwise. The correction is kept.",
            )  # fmt: skip
    for client_id in clients.consents.kept:
        yield _kept_consent(client_id, clients, sheets["client"].sheet)


def _kept_consent(client_id: Any, clients: Any, sheet: str) -> Question:
    key = next(key for key, each in clients.clients.ids.items() if each == client_id)
    sentence = (
        "The client's own answer was recorded in Kith, and the file has it otherwise. The client's answer is kept."
    )
    return Question(KEPT, sheet, None, "consent", _name(key), sentence)


def _name(key: Hashable) -> str:
    """The record's reference; a record without one has none to print."""
    return key if isinstance(key, str) else ""
