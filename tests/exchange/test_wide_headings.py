"""Headings of a sheet that holds several records in a row: one row of them or two, numbers, and what may not be."""

import pytest

from kith.exchange.workbooks.domain.errors import ColumnMissingError, HeadingsNotFoundError, HeadingTwiceError
from kith.exchange.workbooks.domain.heading_rows import heading_texts
from kith.exchange.workbooks.domain.profile import load_profile
from kith.exchange.workbooks.domain.understand import understand
from kith.exchange.workbooks.domain.understanding import Understanding
from kith.files.api import Cell, Sheet
from tests.exchange.understanding import TODAY

PROFILE = load_profile("caseload-one-row-a-client")
Rows = list[list[Cell]]


def _read(rows: Rows, name: str = "Caseload") -> Understanding:
    return understand([Sheet("Notice", [["Private"]]), Sheet(name, rows)], PROFILE, today=TODAY)


def _visits(understanding: Understanding) -> list[tuple[object, ...]]:
    return [
        (each.values["session_id"], f"{each.values['held_on']:%d/%m/%Y}", each.values.get("minutes"))
        for each in understanding.records("session")
    ]


TWO_ROWS: Rows = [
    ["Client ref", "Surname", "Visit 1", "", "Visit 2", ""],
    ["", "", "Date", "Mins", "Date", "Mins"],
    ["A1", "Lee", "01/02/2024", 30.0, "08/02/2024", 45.0],
]
SAME = [("A1/1/1", "01/02/2024", 30), ("A1/1/2", "08/02/2024", 45)]


@pytest.mark.parametrize(
    "rows",
    [
        TWO_ROWS,
        [["Our caseload"], [], ["Updated", "1 May"], *TWO_ROWS],
        [["Client ref", "Surname", "Visit 1 date", "Visit 1 mins", "VISIT 2 DATE ", "visit-2 minutes"], TWO_ROWS[2]],
        [["", "", *TWO_ROWS[0][2:]], ["Client ref", "Surname", "Date", "Mins", "Date", "Mins"], TWO_ROWS[2]],
        [["Client ref", "Surname", "V2 date", "V2 mins", "V1 date", "V1 mins"],
         ["A1", "Lee", "08/02/2024", 45.0, "01/02/2024", 30.0]],
        [["Details", "", "Visit 1", "", "Visit 2", ""], ["Client ref", "Surname", "", "Mins", "", "Mins"], TWO_ROWS[2]],
    ],
    ids=["two rows", "below titles", "one row", "upper row with gaps", "in another order", "a day without words"],
)  # fmt: skip
def test_the_same_visits_are_read(rows: Rows) -> None:
    understanding = _read(rows)
    assert (_visits(understanding), understanding.problems) == (SAME, [])


def test_the_rows_of_headings_are_told() -> None:
    sheet = _read([["Our caseload"], [], *TWO_ROWS]).sheets[0]
    assert (sheet.heading_row, sheet.heading_rows) == (3, 2)
    assert [(each.letter, each.heading) for each in sheet.columns][2:4] == [
        ("C", "Visit 1 Date"),
        ("D", "Visit 1 Mins"),
    ]


def test_a_number_without_a_column_that_others_have_stops_the_file() -> None:
    rows = [[*TWO_ROWS[0][:5]], [*TWO_ROWS[1][:5]], [*TWO_ROWS[2][:5]]]
    with pytest.raises(ColumnMissingError, match=r"The sheet Caseload has no column Visit 2 mins among the headings"):
        _read(rows)


def test_a_visit_without_a_column_for_its_day_stops_the_file() -> None:
    with pytest.raises(ColumnMissingError, match=r"has no column Visit 1 date among the headings in row 1"):
        _read([["Client ref", "Surname", "Visit 1 mins"], ["A1", "Lee", 30.0]])


def test_a_number_that_stands_there_twice_stops_the_file_and_may_be_hidden() -> None:
    rows: Rows = [["Client ref", "Surname", "Visit 1 date", "V1 date"], ["A1", "Lee", "01/02/2024", ""]]
    said = r"Visit 1 date: C \(Visit 1 date\) and D \(V1 date\)\. Delete or rename all but one; a column .* is hidden"
    with pytest.raises(HeadingTwiceError, match=said):
        _read(rows)


def test_a_caseload_without_headings_is_told_what_is_expected() -> None:
    with pytest.raises(
        HeadingsNotFoundError, match="The sheet Caseload has no row of headings .*Client ref, First name"
    ):
        _read([["nothing", "of", "the kind"]])


def test_the_only_sheet_of_a_file_is_the_caseload_whatever_its_name() -> None:
    understanding = understand([Sheet("kerry 2024 FINAL", TWO_ROWS)], PROFILE, today=TODAY)
    assert _visits(understanding) == SAME


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Ref ", 5.0, ""]], ["Ref", "5", ""]),
        ([["Visit 1", "", "Ref"], ["Date", "Mins"]], ["Visit 1 Date", "Visit 1 Mins", "Ref"]),
        ([["Ref", ""], ["", "Date"]], ["Ref", "Date"]),
        ([["Odd", ""], ["", "shoe size"]], ["Odd", "shoe size"]),
        ([["Visit 1", ""], ["", ""]], ["Visit 1", ""]),
        ([[], ["Ref"]], ["Ref"]),
    ],
)
def test_the_words_above_a_column(rows: Rows, expected: list[str]) -> None:
    assert heading_texts(rows, {"Ref", "Date", "Visit 1 Date", "Visit 1 Mins"}.__contains__) == expected
