"""Tables are written so that no text runs as a formula and no number becomes text."""

import csv
import datetime as dt
import io
import zipfile
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.files.api import Table, TableDoesNotFitError, csv_bytes, defused, read_sheets, xlsx_bytes

RISKY = ["=cmd()", "+44 20", "-5", "@SUM(A1)", "\tx", "\rx", "＝1+1", "  =1+1"]  # noqa: RUF001


def _read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("risky", RISKY)
def test_text_that_a_spreadsheet_would_run_is_defused_in_csv(risky: str) -> None:
    rows = _read_csv(csv_bytes(Table("Clients", ["Name", risky], [[risky, 1]])))
    assert rows == [["Name", f"'{risky}"], [f"'{risky}", "1"]]


def test_numbers_stay_numbers_in_csv() -> None:
    table = Table("Figures", ["n"], [[-5], [-2.5], [Decimal("-0.1")], [None], [dt.date(2025, 3, 31)], [True]])
    assert _read_csv(csv_bytes(table))[1:] == [["-5"], ["-2.5"], ["-0.1"], [""], ["2025-03-31"], ["TRUE"]]


@given(st.text())
def test_a_defused_text_is_never_a_formula(text: str) -> None:
    assert not defused(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert defused(text).removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("risky", ["=cmd()", "+44 20", "-5", "@SUM(A1)", "https://example.org"])
def test_text_stays_text_in_excel(risky: str) -> None:
    data = xlsx_bytes([Table("Clients", ["Name"], [[risky]])])
    assert read_sheets(data)[0].rows == [["Name"], [risky]]
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"<hyperlink" not in sheet


def test_every_kind_of_value_comes_back_from_excel() -> None:
    row = ["Zoë 🎉", 3, -2.5, Decimal("37.2"), True, dt.date(2025, 3, 31), None, "ليلى"]
    sheet = read_sheets(xlsx_bytes([Table("All", [f"c{n}" for n in range(8)], [row])]))[0]
    assert sheet.rows[1] == ["Zoë 🎉", 3.0, -2.5, 37.2, "TRUE", dt.date(2025, 3, 31), "", "ليلى"]


def test_the_same_table_gives_the_same_bytes() -> None:
    table = Table("Clients", ["Name"], [["Cai"]])
    assert xlsx_bytes([table]) == xlsx_bytes([table])


def test_a_text_that_fills_a_cell_is_written_whole() -> None:
    assert read_sheets(xlsx_bytes([Table("N", ["Note"], [["x" * 32_767]])]))[0].rows[1] == ["x" * 32_767]


def test_a_text_too_long_for_a_cell_is_named() -> None:
    with pytest.raises(TableDoesNotFitError, match=r"Row 2, column 1 of the table Notes has 32,768 characters"):
        xlsx_bytes([Table("Notes", ["Note"], [["x" * 32_768]])])


def test_a_name_that_no_sheet_can_bear_is_named() -> None:
    with pytest.raises(TableDoesNotFitError, match="cannot be the name of a sheet"):
        xlsx_bytes([Table("a/b", [], [])])
