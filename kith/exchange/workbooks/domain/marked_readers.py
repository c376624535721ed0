"""Readers of what is kept as given and marked when its form is wrong."""

from kith.exchange.workbooks.domain.outcomes import Aside, CellReader, Outcome
from kith.exchange.workbooks.domain.profile import ColumnProfile
from kith.exchange.workbooks.domain.readings.identifiers import read_nhs_number
from kith.exchange.workbooks.domain.readings.places import read_area_code, read_postcode
from kith.files.api import Cell

_LONGEST_NHS_NUMBER = 20
_LONGEST_POSTCODE = 20
_LONGEST_AREA = 9


def nhs_number(column: ColumnProfile) -> CellReader:
    """The number, and beside it the field `<field>_status`."""
    status_field = f"{column.field}_status"
    marks = {status: {status_field: status} for status in ("valid", "absent", "fails_check")}
    fails = "The NHS number fails its check. It was kept as given and marked: please look."

    def read(cell: Cell) -> Outcome:
        found = read_nhs_number(cell)
        question = ("nhs_number_fails_check", fails) if found.status == "fails_check" else None
        kept, question = _fitting(found.number, _LONGEST_NHS_NUMBER, question)
        return kept, Aside(marks[found.status], question=question)

    return read


def postcode(_: ColumnProfile) -> CellReader:
    """A postcode with its space; one of another form is kept, with a question."""
    question = ("postcode_malformed", "This has not the form of a postcode. It was kept as given: please look.")

    def read(cell: Cell) -> Outcome:
        code, well_formed = read_postcode(cell)
        if well_formed:
            return code, None
        kept, asked = _fitting(code, _LONGEST_POSTCODE, question)
        return kept, Aside(question=asked)

    return read


def area_code(_: ColumnProfile) -> CellReader:
    """A small area's code; one of another form is kept, with a question, and will stay an unknown area."""
    question = ("area_code_malformed", "This has not the form of a small area's code. It counts as an unknown area.")

    def read(cell: Cell) -> Outcome:
        code, well_formed = read_area_code(cell)
        if well_formed:
            return code, None
        kept, asked = _fitting(code, _LONGEST_AREA, question)
        return kept, Aside(question=asked)

    return read


def _fitting(text: str, longest: int, question: tuple[str, str] | None) -> tuple[str, tuple[str, str] | None]:
    """Text too long to be what it should is left out, and the question says so."""
    if question is None or len(text) <= longest:
        return text, question
    return "", (question[0], f"This is too long to be kept here ({len(text):,} characters). It was left out.")
