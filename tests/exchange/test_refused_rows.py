"""Refused rows come back as a workbook; corrected, it is brought in by itself."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kith.access.api import make_service, system_viewer
from kith.casework.models import Session
from kith.exchange.api import GivenFile, check_workbook, refused_workbook, take_workbook
from kith.exchange.workbooks.domain.errors import SheetMissingError
from kith.exchange.workbooks.domain.refused import REASON, RefusedRows, come_back
from kith.files.api import NO_RESULT, Cell, CellError, Sheet, defused, read_sheets, restored
from tests.exchange.understanding import understood
from tests.factories.other_kinds import as_ods, as_xls, as_zip_of_csv
from tests.factories.sheets import ROWS, sheets

HEADINGS: list[list[Cell]] = [[REASON, "Client ID", "Surname"]]
BAD = [
    ["S1", "WD1", "HT001", "07/07/2024", 60.0, "Video", "Y", "Went well."],
    ["S2", "WD1", "HT001", "31/02/2025", 30.0, "Video", "Y", "=1+1"],
    ["S1", "WD1", "HT001", "07/07/2024", 45.0, "Video", "Y", "Otherwise."],
]


@given(st.text())
def test_a_defused_text_is_restored(text: str) -> None:
    assert restored(defused(text)) == text


_CELLS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40).filter(str.strip),
    st.integers(-(10**9), 10**9).map(float),
    st.dates(dt.date(1901, 1, 1), dt.date(2100, 1, 1)),
    st.sampled_from([CellError("#N/A"), CellError("#DIV/0!"), CellError(NO_RESULT)]),
)


@given(st.lists(st.lists(_CELLS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_rows_written_and_brought_back_are_as_given(rows: list[list[Cell]]) -> None:
    given_back = refused_workbook([RefusedRows("Clients", [[REASON, "a", "b"]], [["why", *row] for row in rows])])
    sheet = come_back(read_sheets(given_back)[1])
    found = [[cell for cell in row[1:] if cell != ""] for row in sheet.rows[1:]]
    errors = {"#N/A", "#DIV/0!", "#NULL!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", NO_RESULT}
    assert found == [[CellError(c) if isinstance(c, str) and c in errors else c for c in row] for row in rows]


def _file(content: bytes) -> GivenFile:
    return GivenFile("export", content, "health-trainer-export")


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("make", [as_xls, as_ods, as_zip_of_csv])
def test_refused_rows_corrected_are_taken_by_themselves(make: object) -> None:
    viewer, service = system_viewer(), make_service(viewer=system_viewer(), name="Weirdale")
    whole = _file(make(sheets(Sessions=BAD)))  # type: ignore[operator]
    given = {"viewer": viewer, "service_id": service.id, "progress": lambda _: None}
    content = refused_workbook(check_workbook(file=whole, **given).refused)
    take_workbook(file=whole, **given)
    book = load_workbook(BytesIO(content))
    page = book["Sessions"]
    assert [page.cell(1, 1).value, page.cell(1, 2).value] == [REASON, "Session ID"]
    assert [page.cell(row, 2).value for row in range(2, 5)] == ["S1", "S2", "S1"]
    assert "31/02/2025 is not a date" in page.cell(3, 1).value
    assert page.cell(3, 9).value == "'=1+1"
    again = take_workbook(file=_file(content), **given)
    assert [(one["refused"], one["changed"], one["new"]) for one in again["sheets"]] == [(2, 0, 0)]
    page.cell(3, 5).value = "28/02/2025"
    page.delete_rows(2)
    corrected = BytesIO()
    book.save(corrected)
    account = take_workbook(file=_file(corrected.getvalue()), **given)
    assert [(one["refused"], one["changed"], one["new"]) for one in account["sheets"]] == [(0, 1, 1)]
    assert account["questions"] == []
    assert dict(Session.objects.values_list("reference", "note")) == {"S1": "Otherwise.", "S2": "=1+1"}
    assert len(ROWS["Clients"]) == 2


def test_a_file_without_refused_rows_gives_no_workbook() -> None:
    assert refused_workbook([]) == b""


def _moved(page: Worksheet) -> None:
    for row in range(1, page.max_row + 1):
        cells = [page.cell(row, column).value for column in range(1, page.max_column + 1)]
        for column, cell in enumerate([*cells[1:], cells[0]], 1):
            page.cell(row, column).value = cell


@pytest.mark.parametrize(
    "change", [_moved, lambda page: page.delete_cols(1), lambda page: page.insert_rows(1)],
    ids=["reasons moved to the end", "reasons deleted", "a row above the headings"],
)  # fmt: skip
def test_refused_rows_come_back_however_the_sheet_was_changed(change: Callable[[Worksheet], None]) -> None:
    book = load_workbook(BytesIO(refused_workbook([RefusedRows("Clients", HEADINGS, [["why", "WD1", "=1+1"]])])))
    change(book["Clients"])
    stream = BytesIO()
    book.save(stream)
    understanding = understood(read_sheets(stream.getvalue()))
    (clients,) = understanding.sheets
    assert understanding.is_part
    assert [(each.values["client_id"], each.values["surname"]) for each in clients.records] == [("WD1", "=1+1")]


def test_refused_rows_under_a_name_that_nobody_knows_are_no_file_without_rows() -> None:
    sheet = Sheet("refused-Clients", [*HEADINGS, ["why", "WD1", "Marsh"]])
    with pytest.raises(SheetMissingError, match="no sheet called .*Clients.*; its sheets are: refused-Clients"):
        understood([sheet])
