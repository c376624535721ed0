"""What the choices made so far understand of a file: column by column, with the first few things that are wrong."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kith.exchange.workbooks.domain.coded_readers import UNKNOWN_VALUE
from kith.exchange.workbooks.domain.errors import NotUnderstoodError
from kith.exchange.workbooks.domain.own_profile import Choices, SheetChoice, preview_document
from kith.exchange.workbooks.domain.profile import profile_from
from kith.exchange.workbooks.domain.understand import understand
from kith.exchange.workbooks.domain.understanding import Problem, Question, Understanding
from kith.files.api import Sheet

ROWS = 2_000
SENTENCES = 3
MOST_SPELLINGS = 30


@dataclass(slots=True)
class ColumnTrouble:
    """What is wrong in a column: how many cells, the first sentences, and spellings that stand for nothing known."""

    cells: int = 0
    sentences: list[str] = field(default_factory=list)
    spellings: list[str] = field(default_factory=list)

    def meet(self, sentence: str, spelling: str = "") -> None:
        """One more cell."""
        self.cells += 1
        if sentence not in self.sentences and len(self.sentences) < SENTENCES:
            self.sentences.append(sentence)
        if spelling and spelling not in self.spellings and len(self.spellings) < MOST_SPELLINGS:
            self.spellings.append(spelling)


@dataclass(slots=True)
class Preview:
    """What was read of one kind of record: rows, those refused, and the trouble by heading."""

    read: int = 0
    refused: int = 0
    sentence: str = ""
    troubles: dict[str, ColumnTrouble] = field(default_factory=dict)


def preview(
    base: Mapping[str, Any], kind: str, choice: SheetChoice, sheets: Sequence[Sheet], today: dt.date
) -> Preview:
    """One kind of record as its choices read it, from the first rows of its sheet."""
    if not choice.headings:
        return Preview()
    first = [replace(each, rows=each.rows[:ROWS]) for each in sheets]
    document = preview_document(base, Choices({kind: choice}))
    try:
        understood = understand(first, profile_from("the one being made", document), today=today)
    except NotUnderstoodError as wrong:
        return Preview(sentence=wrong.sentence)
    return _previewed(understood, _coded_headings(base, kind, choice))


def _previewed(understood: Understanding, coded: set[str]) -> Preview:
    made = Preview()
    for sheet in understood.sheets:
        made.read, made.refused = made.read + sheet.read, made.refused + sheet.refused
    told: list[Problem | Question] = [*understood.problems]
    told.extend(each for each in understood.questions if each.kind == UNKNOWN_VALUE)
    for each in told:
        spelling = str(each.value) if each.column in coded else ""
        made.troubles.setdefault(each.column, ColumnTrouble()).meet(each.sentence, spelling)
    return made


def _coded_headings(base: Mapping[str, Any], kind: str, choice: SheetChoice) -> set[str]:
    columns: Iterable[Mapping[str, Any]] = next(each["columns"] for each in base["sheets"] if each["kind"] == kind)
    coded = {each["field"] for each in columns if each["type"] in ("coded", "yes_no")}
    return {heading for of, heading in choice.headings.items() if of in coded}
