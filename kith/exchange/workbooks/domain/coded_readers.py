"""Readers of columns whose words stand for something known."""

from collections.abc import Mapping

from kith.exchange.workbooks.domain.outcomes import Aside, CellReader, Outcome
from kith.exchange.workbooks.domain.profile import ColumnProfile
from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.exchange.workbooks.domain.readings.labels import Labels, read_yes_no
from kith.exchange.workbooks.domain.readings.text import read_label
from kith.exchange.workbooks.domain.understanding import Value
from kith.files.api import Cell

UNKNOWN_VALUE = "unknown_value"


def coded(column: ColumnProfile) -> CellReader:
    """A label becomes its code; the words are kept where the profile gives them a field.

    With `unknown: words` they are kept only where they stand for nothing known, and that is no question.
    """
    labels = Labels(column.options["codes"])
    blank, keep_as = column.options.get("blank"), column.options.get("keep_as")
    given, longest = column.options.get("given"), column.options.get("longest", 200)
    only_unknown = column.options["unknown"] == "words"

    def read(cell: Cell) -> Outcome:
        words = read_label(cell, longest=longest)
        fields = {given: "" if only_unknown else words} if given else None
        try:
            code = labels.code(cell)
        except CannotReadError as unknown:
            if keep_as is None:
                raise
            if only_unknown and given:
                return keep_as, Aside({given: words})
            return keep_as, Aside(fields, question=_unknown(unknown, keep_as))
        return blank if code is None else code, Aside(fields) if fields else None

    return read


def yes_no(column: ColumnProfile, spellings: Mapping[str, tuple[str, ...]]) -> CellReader:
    """Yes and no in the profile's spellings and the column's own; blank is neither."""
    own = {answer: [*words, *column.options.get(answer, ())] for answer, words in spellings.items()}
    labels = Labels(own)
    meaning: Mapping[str, Value] = column.options.get("as", {"yes": True, "no": False, "blank": None})
    answers = {None: meaning["blank"], True: meaning["yes"], False: meaning["no"]}
    keep = column.options["unknown"] == "keep"

    def read(cell: Cell) -> Outcome:
        try:
            return answers[read_yes_no(cell, labels)], None
        except CannotReadError as unknown:
            if not keep:
                raise
            return meaning["blank"], Aside(question=_unknown(unknown, "neither yes nor no"))

    return read


def _unknown(unknown: CannotReadError, taken_as: str) -> tuple[str, str]:
    return UNKNOWN_VALUE, f"{unknown.sentence} The row was taken, and this counts as {taken_as.replace('_', ' ')}."
