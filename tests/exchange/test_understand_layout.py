"""Sheets and columns are found by what they are called; what cannot be found stops the whole file."""

import random

import pytest

from kith.exchange.workbooks.domain.errors import (
    ColumnMissingError,
    HeadingsNotFoundError,
    HeadingTwiceError,
    SheetMissingError,
    SheetTwiceError,
)
from kith.files.api import Hidden, Sheet
from tests.exchange.understanding import counts, understood
from tests.factories.sheets import ROWS, sheet, sheets
from tests.factories.workbook_words import HEADINGS


def _with(name: str, other: Sheet) -> list[Sheet]:
    return [other if one.name == name else one for one in sheets()]


def test_headings_are_found_in_any_case_order_and_row() -> None:
    order = list(range(13))
    random.Random(3).shuffle(order)
    headings = [f"  {HEADINGS['Clients'][index].upper()} " for index in order]
    rows = [[row[index] for index in order] for row in ROWS["Clients"]]
    shuffled = Sheet("CLIENTS ", [["Export"], *[[]] * 15, headings, *rows])
    understanding = understood(_with("Clients", shuffled))
    assert understanding.problems == []
    assert understanding.sheets[1].heading_row == 17
    plain, moved = understood(sheets()).records("client"), understanding.records("client")
    assert [(one.values, one.fingerprint) for one in plain] == [(one.values, one.fingerprint) for one in moved]


def test_columns_that_are_not_used_are_listed() -> None:
    headings = [*HEADINGS["Signposting"], "Shoe size", ""]
    other = sheet("Signposting", [["WD1", "14/07/2024", "Library", "Y", 38.0, "left over"]], headings=headings)
    columns = understood(_with("Signposting", other)).sheets[6].columns
    assert [(one.heading, one.letter, one.field, one.filled) for one in columns] == [
        ("Client ID", "A", "client_id", 1),
        ("Date", "B", "made_on", 1),
        ("To", "C", "to", 1),
        ("Taken up", "D", "outcome", 1),
        ("Shoe size", "E", None, 1),
        ("", "F", None, 1),
    ]


def test_a_column_that_may_be_absent_is_listed_and_its_field_left_out() -> None:
    other = sheet("Sessions", [ROWS["Sessions"][0][:7]], headings=HEADINGS["Sessions"][:7])
    understanding = understood(_with("Sessions", other))
    assert understanding.sheets[4].missing_columns == ["Notes"]
    assert "note" not in understanding.records("session")[0].values


def test_a_sheet_that_may_be_absent_is_asked_about() -> None:
    understanding = understood([one for one in sheets() if one.name != "Measures"])
    assert understanding.missing_sheets == ["Measures"]
    assert [(one.kind, one.sheet, one.row) for one in understanding.questions] == [("sheet_missing", "Measures", None)]
    assert counts(understanding)["Sessions"] == (1, 1, 0, 0)


def test_another_workbook_is_named_with_its_sheets() -> None:
    with pytest.raises(SheetMissingError, match=r"no sheet called Clients; its sheets are: Budget, Rota\. Check that"):
        understood([Sheet("Budget", []), Sheet("Rota", [])])


def test_a_workbook_without_sheets_is_named() -> None:
    with pytest.raises(SheetMissingError, match="its sheets are: none"):
        understood([])


def test_two_sheets_of_one_name_are_named() -> None:
    with pytest.raises(SheetTwiceError, match="The sheets Clients and client both answer to Clients"):
        understood([*sheets(), Sheet("client", [])])


@pytest.mark.parametrize("rows", [[], [["nothing", "of", "the kind"]], [[]] * 25 + [list(HEADINGS["Clients"])]])
def test_a_sheet_without_headings_near_the_top_is_named(rows: list[list[str]]) -> None:
    with pytest.raises(HeadingsNotFoundError, match="Clients has no row of headings within its first 20 rows"):
        understood(_with("Clients", Sheet("Clients", rows)))


def test_a_missing_column_is_named() -> None:
    other = sheet("Sessions", [], headings=[one for one in HEADINGS["Sessions"] if one not in ("Date", "Attended")])
    with pytest.raises(ColumnMissingError, match="Sessions has no column Date and no column Attended .* row 3"):
        understood(_with("Sessions", other))


def test_a_heading_written_twice_is_named_with_both_columns() -> None:
    other = sheet("Clients", [], headings=[*HEADINGS["Clients"], "client_id"])
    with pytest.raises(HeadingTwiceError, match=r"column for Client ID: A \(Client ID\) and N \(client_id\)"):
        understood(_with("Clients", other))


def test_a_sheet_with_headings_only_is_read_as_empty() -> None:
    assert counts(understood(sheets(Signposting=[])))["Signposting"] == (0, 0, 0, 0)


def test_hidden_columns_and_rows_are_read_and_told() -> None:
    rows = [["Client ID", "Sex"], ["WD1", "F"], ["WD2", "M"], ["WD3", "F"]]
    sheet = Sheet("Clients", rows, 3, hidden=Hidden(columns=frozenset({2}), rows=frozenset({1, 3, 5, 6})))
    understanding = understood([sheet])
    assert [(each.heading, each.hidden) for each in understanding.sheets[0].columns] == [
        ("Client ID", False), ("Sex", True),
    ]  # fmt: skip
    assert [(each.row, each.sentence) for each in understanding.questions if each.kind == "hidden_rows"] == [
        (5, "2 rows are hidden in the file, by hand or by a filter. Nothing was left out: please look.")
    ]
    assert counts(understanding)["Clients"] == (3, 3, 0, 0)
