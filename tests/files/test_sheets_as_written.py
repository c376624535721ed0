"""Sheets are read as the spreadsheet shows them, with its own row numbers."""

import datetime as dt
import io
from pathlib import Path

import pytest
import xlsxwriter

from kith.files.api import CellError, Sheet, column_letter, read_sheets
from tests.files.packages import text_cell, workbook


def _written(fill, **options) -> Sheet:  # type: ignore[no-untyped-def]
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, options) as book:
        fill(book, book.add_worksheet("Clients"))
    return read_sheets(stream.getvalue())[0]


def test_rows_keep_the_numbers_of_the_spreadsheet() -> None:
    def fill(_, sheet):  # type: ignore[no-untyped-def]
        sheet.write_string("B5", "Client ID")
        sheet.write_string("B8", "WD1")

    sheet = _written(fill)
    assert [(number, list(row)) for number, row in sheet.numbered()] == [
        (5, ["Client ID"]),
        (6, []),
        (7, []),
        (8, ["WD1"]),
    ]
    assert sheet.column_letter(0) == "B"


def test_a_cell_that_shows_an_error_is_seen() -> None:
    def fill(_, sheet):  # type: ignore[no-untyped-def]
        sheet.write_row("A1", ["Minutes", "Note"])
        sheet.write_formula("A2", "=NA()", None, "#N/A")
        sheet.write_string("B3", "after an error")
        sheet.write_formula("B4", "=1/0", None, "#DIV/0!")

    assert _written(fill).rows[1:] == [
        [CellError("#N/A")],
        ["", "after an error"],
        ["", CellError("#DIV/0!")],
    ]


def test_true_and_false_are_read_as_shown() -> None:
    sheet = _written(lambda _, sheet: sheet.write_row("A1", [True, False, 1, 0]))
    assert sheet.rows == [["TRUE", "FALSE", 1.0, 0.0]]


@pytest.mark.parametrize("since_1904", [False, True])
def test_days_are_right_in_either_date_system(since_1904: bool) -> None:
    def fill(book, sheet):  # type: ignore[no-untyped-def]
        sheet.write_datetime("A1", dt.datetime(2024, 2, 29), book.add_format({"num_format": "dd/mm/yyyy"}))

    assert _written(fill, date_1904=since_1904).rows == [[dt.date(2024, 2, 29)]]


@pytest.mark.parametrize("words", ["ليلى الحسيني", "דוד לוי", "👩🏽‍⚕️ went well 🎉", "Zoë O'Brien-Łukasz", "x" * 32_767])
def test_words_of_every_script_come_whole(words: str) -> None:
    assert read_sheets(workbook(f'<row r="1">{text_cell("A1", words)}</row>'))[0].rows == [[words]]


def test_a_million_formatted_empty_rows_are_trimmed() -> None:
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="1"/><c r="M{row}" s="1"/></row>' for row in range(2, 1_048_577))
    sheet = read_sheets(workbook(f'<row r="1">{text_cell("A1", "Client ID")}</row>{empty}'))[0]
    assert sheet.rows == [["Client ID"]]


def test_a_million_rows_of_empty_text_are_trimmed() -> None:
    row = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t/></is></c></row>'
    empty = "".join(row.format(number) for number in range(2, 1_048_577))
    sheet = read_sheets(workbook(f'<row r="1">{text_cell("A1", "Client ID")}</row>{empty}'))[0]
    assert sheet.rows == [["Client ID"]]


def test_an_empty_sheet_has_no_rows() -> None:
    assert read_sheets(workbook()) == [Sheet("Clients", [])]


def test_a_path_is_read_like_its_bytes(tmp_path: Path) -> None:
    data = workbook(f'<row r="1">{text_cell("A1", "x")}</row>')
    (tmp_path / "export without an ending").write_bytes(data)
    assert read_sheets(tmp_path / "export without an ending") == read_sheets(data)


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16384, "XFD")])
def test_column_letters_are_those_of_the_spreadsheet(number: int, letters: str) -> None:
    assert column_letter(number) == letters
