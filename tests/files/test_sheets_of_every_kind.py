"""xls, ods, CSV and zips of CSV give the cells that the xlsx of the same sheets gives."""

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.files.api import (
    LIMITS,
    Cell,
    CellError,
    FileProblemError,
    Hidden,
    NotAWorkbookError,
    Sheet,
    SheetNameTwiceError,
    SheetTooLargeError,
    WorkbookDamagedError,
    WorkbookUnpacksTooLargeError,
    read_sheets,
)
from tests.factories.other_kinds import archive, as_ods, as_xls, as_zip_of_csv, ods

ELSEWHERE = Path(__file__).parent / "made_elsewhere"
ROWS: list[list[Cell]] = [
    ["Weirdale - Clients"],
    [],
    ["Client ID", "DOB", "Score", "Consent", "Note"],
    ["WD1", dt.date(1967, 7, 24), 37.2, "TRUE", "Zoë said: “two  lines”,\nand more"],
    ["", "", CellError("#N/A"), "FALSE", ""],
    ["WD3", "31/02/2025", 5.0, "", "#DIV/0! was typed"],
]
SHEETS = [Sheet("Clients", ROWS), Sheet("Empty", [])]
BEGIN, END = "<office:body><office:spreadsheet>", "</office:spreadsheet></office:body>"
PARAGRAPH = "<text:p>x</text:p>"
Make = Callable[[list[Sheet]], bytes]
KINDS = pytest.mark.parametrize("make", [as_xls, as_ods])


def _cells(sheet: Sheet) -> list[list[Cell]]:
    return [_trimmed(row) for row in sheet.rows]


def _trimmed(row: object) -> list[Cell]:
    cells = list(row)  # type: ignore[call-overload]
    while cells and cells[-1] == "":
        cells.pop()
    return cells


@KINDS
def test_the_same_sheets_give_the_same_cells(make: Make) -> None:
    first, empty = read_sheets(make(SHEETS))
    assert (first.name, first.first_row, _cells(first)) == ("Clients", 1, [_trimmed(row) for row in ROWS])
    assert (empty.name, empty.rows) == ("Empty", [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_zip_of_csv_gives_a_sheet_for_each_file(encoding: str) -> None:
    first, empty = read_sheets(as_zip_of_csv(SHEETS, encoding=encoding, folder="Export 2025/"))
    as_text = [[f"{c:%d/%m/%Y}" if isinstance(c, dt.date) else {37.2: "37.2", 5.0: "5"}.get(c, c) for c in row]
               for row in map(_trimmed, ROWS)]  # type: ignore[arg-type]  # fmt: skip
    assert (first.name, _cells(first)) == ("Clients", as_text)
    assert (empty.name, empty.rows) == ("Empty", [])


@pytest.mark.parametrize("name", ["small.xls", "small.ods"])
def test_a_workbook_another_program_saved_is_read_as_shown(name: str) -> None:
    clients, empty = read_sheets(ELSEWHERE / name)
    assert (clients.name, empty.name, empty.rows) == ("Clients", "Empty", [])
    assert [_trimmed(row) for row in clients.rows[3:]] == [
        ["WD1", "Núñez", dt.date(1967, 7, 24), "TRUE", dt.time(1, 15), 37.2, "50%", "two  spaces\nand a line"],
        ["WD2", CellError("#N/A"), "", "FALSE", "", CellError("#DIV/0!")],
    ]


def test_a_table_of_another_program_in_two_bytes_a_letter_is_read() -> None:
    sheet = read_sheets(ELSEWHERE / "utf16.csv")[0]
    assert sheet.name == "utf16"
    assert sheet.rows[3][:3] == ["WD1", "Núñez", "24/07/1967"]


def test_days_of_an_xls_workbook_that_counts_from_1904_are_right() -> None:
    book = xlwt.Workbook()
    book.dates_1904 = True
    book.add_sheet("Clients").write(0, 0, dt.date(2024, 4, 3), xlwt.easyxf(num_format_str="dd/mm/yyyy"))
    stream = io.BytesIO()
    book.save(stream)
    assert read_sheets(stream.getvalue())[0].rows[0][0] == dt.date(2024, 4, 3)


@pytest.mark.parametrize("times", ["16384", "999999999"])
def test_a_cell_repeated_without_end_is_refused(times: str) -> None:
    cell = f'<table:table-cell table:number-columns-repeated="{times}" office:value-type="string">{PARAGRAPH}'
    rows = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-cell></table:table-row>'
    with pytest.raises(SheetTooLargeError, match="filled as far out as"):
        read_sheets(ods(f'{BEGIN}<table:table table:name="A">{rows}</table:table>{END}'))


def test_remarks_and_deleted_cells_of_an_ods_workbook_are_no_cells() -> None:
    deleted = f"<table:tracked-changes><table:table-cell>{PARAGRAPH}</table:table-cell></table:tracked-changes>"
    remark = "<office:annotation><text:p>a remark</text:p></office:annotation>"
    cell = f'<table:table-cell office:value-type="string">{remark}{PARAGRAPH}</table:table-cell>'
    table = f'<table:table table:name="A"><table:table-row>{cell}</table:table-row></table:table>'
    assert [_trimmed(row) for row in read_sheets(ods(f"{BEGIN}{deleted}{table}{END}"))[0].rows] == [["x"]]


def test_an_ods_workbook_with_declarations_of_its_own_is_refused() -> None:
    content = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    data = archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})
    with pytest.raises(WorkbookDamagedError):
        read_sheets(data)


def test_a_long_text_shown_in_many_cells_of_an_xls_workbook_is_not_opened() -> None:
    data = as_xls([Sheet("Clients", [["x" * 30_000] * 10 for _ in range(20)])])
    with pytest.raises(WorkbookUnpacksTooLargeError, match="repeats long texts"):
        read_sheets(data, limits=replace(LIMITS, text_characters=5_000_000))
    assert read_sheets(data)[0].rows[19][9] == "x" * 30_000


def test_a_lone_cell_a_long_way_out_of_an_xls_sheet_is_refused() -> None:
    rows: list[list[Cell]] = [[] for _ in range(60_000)]
    rows[-1] = [""] * 200 + ["x"]
    with pytest.raises(SheetTooLargeError, match="row 60,000 and column 201"):
        read_sheets(as_xls([Sheet("Clients", rows)]))


def test_files_that_machines_leave_in_a_zip_are_passed_over() -> None:
    data = archive({"__MACOSX/._clients.csv": b"\0\1", "a/.DS_Store": b"\0", "a/clients.csv": b"Client ID\nWD1\n"})
    assert [sheet.name for sheet in read_sheets(data)] == ["clients"]


@pytest.mark.parametrize(
    "name", ["../clients.csv", "/clients.csv", "a/../../clients.csv", "..\\clients.csv", "C:clients.csv"]
)
def test_a_zip_that_points_outside_itself_is_not_opened(name: str) -> None:
    with pytest.raises(NotAWorkbookError, match="points outside the archive"):
        read_sheets(archive({name: b"x"}))


def test_a_zip_with_folders_as_windows_writes_them_is_read() -> None:
    data = archive({"Export\\Clients.csv": b"Client ID\nWD1\n", "Export\\__MACOSX\\._x.csv": b"\0"})
    assert [sheet.name for sheet in read_sheets(data)] == ["Clients"]


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["May-Clients", "May-Sessions"], ["Clients", "Sessions"]),
        (["May-2025_Clients", "May-2025_Client list"], ["Clients", "Client list"]),
        (["Clients", "Client list"], ["Clients", "Client list"]),
        (["May-Clients"], ["May-Clients"]),
    ],
)
def test_the_workbooks_name_before_each_file_of_a_zip_is_no_part_of_the_sheets(
    files: list[str], names: list[str]
) -> None:
    assert [sheet.name for sheet in read_sheets(archive({f"{name}.csv": b"a\n1\n" for name in files}))] == names


def test_an_apple_numbers_document_is_called_so() -> None:
    with pytest.raises(NotAWorkbookError, match="an Apple Numbers document"):
        read_sheets(archive({"Index/Document.iwa": b"\0", "preview.jpg": b"\xff\xd8\xff"}))


@pytest.mark.parametrize(
    "start", ["<meta charset='utf-8'>", "<head>", "MIME-Version: 1.0\r\nX-Document-Type: Workbook"]
)
def test_a_web_page_under_the_name_of_a_workbook_is_called_so(start: str) -> None:
    with pytest.raises(NotAWorkbookError, match="a web page"):
        read_sheets(start.encode(), name="export.xls")


def test_two_files_of_one_name_in_a_zip_are_refused() -> None:
    with pytest.raises(SheetNameTwiceError, match=r"a/clients\.csv and b/Clients\.csv"):
        read_sheets(archive({"a/clients.csv": b"x", "b/Clients.csv": b"x"}))


def test_a_zip_without_files_is_refused() -> None:
    with pytest.raises(NotAWorkbookError, match="no file in it"):
        read_sheets(archive({"a/": b""}))


@pytest.mark.parametrize("make", [as_xls, as_ods, as_zip_of_csv])
@pytest.mark.parametrize("share", [0.05, 0.4, 0.8])
def test_a_file_of_another_kind_cut_short_is_refused(make: Make, share: float) -> None:
    data = make(SHEETS)
    with pytest.raises(FileProblemError) as refused:
        read_sheets(data[: int(len(data) * share)], name="export")
    assert refused.value.sentence.endswith(".")


XLS, ODS = as_xls(SHEETS), as_ods(SHEETS)


@pytest.mark.parametrize("data", [XLS, ODS, (ELSEWHERE / "small.xls").read_bytes()])
@settings(deadline=None, max_examples=25)
@given(place=st.floats(0, 1, exclude_max=True), bytes_=st.binary(min_size=1, max_size=40))
def test_a_file_with_any_bytes_changed_is_read_or_refused_in_a_sentence(
    data: bytes, place: float, bytes_: bytes
) -> None:
    at = int(place * len(data))
    try:
        read_sheets(data[:at] + bytes_ + data[at + len(bytes_) :])
    except FileProblemError as refused:
        assert refused.sentence.endswith(".")


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_what_another_program_hid_is_read_and_told(kind: str) -> None:
    clients, old = read_sheets(ELSEWHERE / f"hidden.{kind}")
    assert [row[0] for row in clients.rows] == ["Client ID", "WD1", "WD2", "WD3"]
    assert clients.hidden == Hidden(columns=frozenset({3}), rows=frozenset({3}))
    assert [clients.hides_column(index) for index in range(4)] == [False, False, True, False]
    assert old.hidden.whole
