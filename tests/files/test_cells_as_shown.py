"""Cells that a workbook holds in another way than it shows them: shares of a hundred, formulas without a result."""

import io

import pytest
import xlwt
from openpyxl import Workbook

from kith.files.api import NO_RESULT, Cell, CellError, read_sheets
from kith.files.percent import is_percent
from tests.factories.other_kinds import ods

SHARES = [(0.64, "0%"), (0.645, "0.00%"), (1.0, "0%"), (0.64, "General"), (0.5, '0.0"%"')]
AS_SHOWN = ["64%", "64.5%", "100%", 0.64, 0.5]
BEGIN, END = "<office:body><office:spreadsheet>", "</office:spreadsheet></office:body>"


def _xlsx(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _shares_xlsx() -> bytes:
    book = Workbook()
    for column, (number, shown) in enumerate(SHARES, 1):
        book.active.cell(1, column, number).number_format = shown
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _shares_xls() -> bytes:
    book = xlwt.Workbook()
    page = book.add_sheet("Sheet")
    for column, (number, shown) in enumerate(SHARES):
        page.write(0, column, number, xlwt.easyxf(num_format_str=shown))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _table(cells: str) -> bytes:
    return ods(f'{BEGIN}<table:table table:name="A"><table:table-row>{cells}</table:table-row></table:table>{END}')


def _shares_ods() -> bytes:
    kinds = ("percentage" if isinstance(shown, str) else "float" for shown in AS_SHOWN)
    return _table(
        "".join(
            f'<table:table-cell office:value-type="{kind}" office:value="{number}"><text:p>{number}</text:p>'
            "</table:table-cell>"
            for kind, (number, _) in zip(kinds, SHARES, strict=True)
        )
    )


@pytest.mark.parametrize("content", [_shares_xlsx(), _shares_xls(), _shares_ods()], ids=["xlsx", "xls", "ods"])
def test_a_share_is_read_as_it_is_shown(content: bytes) -> None:
    assert list(read_sheets(content)[0].rows[0]) == AS_SHOWN


def test_equal_shares_side_by_side_in_an_xls_workbook_are_each_read_as_shown() -> None:
    book = xlwt.Workbook()
    row = book.add_sheet("Sheet").row(0)
    for column, shown in enumerate(["0%", "0%", "General", "0.0%"]):
        row.set_cell_number(column, 0.25, xlwt.easyxf(num_format_str=shown))
    stream = io.BytesIO()
    book.save(stream)
    assert list(read_sheets(stream.getvalue())[0].rows[0]) == ["25%", "25%", 0.25, "25%"]


@pytest.mark.parametrize(("pattern", "is_one"), [("0.0%", True), ("[Red]0%;-0%", True), ("0\\%", False), ("0", False)])
def test_a_format_is_of_a_share_when_it_multiplies(pattern: str, is_one: bool) -> None:
    assert is_percent(pattern) is is_one


def test_a_formula_without_its_result_is_no_blank() -> None:
    row: list[Cell] = list(read_sheets(_xlsx(["A", "B", "C"], ["=15*3", "", "x"]))[0].rows[1])
    assert row == [CellError(NO_RESULT), "", "x"]


def test_a_formula_that_gives_an_empty_text_is_a_blank() -> None:
    cells = '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string"/>'
    lacking = '<table:table-cell table:formula="of:=15*3"/>'
    last = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    assert list(read_sheets(_table(cells + lacking + last))[0].rows[0]) == ["", CellError(NO_RESULT), "x"]
