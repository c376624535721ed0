"""A file that cannot be read is refused with one sentence: what is wrong, where, what to do."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.files.api import (
    LIMITS,
    FileEmptyError,
    FileMissingError,
    FileProblemError,
    FileTooLargeError,
    NotAWorkbookError,
    SheetTooLargeError,
    WorkbookDamagedError,
    WorkbookUnpacksTooLargeError,
    read_sheets,
)
from tests.files.packages import END, START, text_cell, workbook

GOOD = workbook("".join(f'<row r="{row}">{text_cell(f"A{row}", f"WD{row}")}</row>' for row in range(1, 400)))
SHEET = "xl/worksheets/sheet1.xml"


def _sentence(data: bytes, error: type[FileProblemError]) -> str:
    with pytest.raises(error) as refused:
        read_sheets(data, name="export.xlsx")
    sentence = refused.value.sentence
    assert "export.xlsx" in sentence
    assert sentence.endswith(".")
    return sentence


def _said(data: bytes) -> str:
    try:
        read_sheets(data)
    except FileProblemError as refused:
        return refused.sentence
    return ""


def _package(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xef\xbb\xbf<html><table><tr><td>Client ID", "a web page"),
        (b"%PDF-1.7 and so on", "a PDF"),
        (b"<?xml version='1.0'?><Workbook/>", "an XML document"),
        (b"\x00\x01\x02 something", "another kind of file"),
        (_package(**{"word/document.xml": b"<x/>"}), "a Word document"),
        (_package(**{"xl/workbook.bin": b"x"}), "a binary workbook (.xlsb)"),
        (_package(mimetype=b"application/vnd.oasis.opendocument.text"), "an OpenDocument file"),
        (_package(photo=b"\x89PNG"), "a zip archive that holds a picture: photo"),
        (_package(export=workbook()), "a zip archive that holds another zip or a workbook: export"),
    ],
)
def test_a_renamed_file_is_called_what_it_is(data: bytes, kind: str) -> None:
    assert kind in _sentence(data, NotAWorkbookError)


def test_an_empty_file_is_refused() -> None:
    _sentence(b"", FileEmptyError)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.999])
def test_a_file_cut_short_is_refused(share: float) -> None:
    assert "cut short" in _sentence(GOOD[: int(len(GOOD) * share)], WorkbookDamagedError)


@pytest.mark.parametrize(
    "spoilt",
    [
        {"xl/workbook.xml": "<workbook"},
        {"xl/_rels/workbook.xml.rels": None},
        {"xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'},
        {SHEET: None},
        {SHEET: f"{START}<row r='1'><c r='A1'><v>1</v>"},
        {SHEET: f'{START}<row r="1"><c r="A1" t="s"><v>99</v></c></row>{END}'},
    ],
)
def test_a_workbook_with_a_spoilt_part_is_refused(spoilt: dict[str, str | None]) -> None:
    _sentence(workbook(**spoilt), WorkbookDamagedError)


@settings(deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=40))
def test_a_file_with_any_bytes_changed_is_read_or_refused_in_a_sentence(place: int, bytes_: bytes) -> None:
    changed = GOOD[:place] + bytes_ + GOOD[place + len(bytes_) :]
    said = _said(changed)
    assert said == "" or said.endswith(".")


def test_a_part_that_grows_a_thousandfold_is_not_opened() -> None:
    bomb = workbook(**{"xl/media/image1.png": bytes(40_000_000)})
    assert "was not opened" in _sentence(bomb, WorkbookUnpacksTooLargeError)


def test_a_workbook_that_unpacks_beyond_the_limit_is_not_opened() -> None:
    with pytest.raises(WorkbookUnpacksTooLargeError):
        read_sheets(GOOD, limits=replace(LIMITS, unpacked_bytes=10_000))


def test_a_long_text_shown_in_a_million_cells_is_not_opened() -> None:
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    shared = f'<sst xmlns="{namespace}"><si><t>{"x" * 32_767}</t></si></sst>'
    row = "".join(f'<c r="{letter}1" t="s"><v>0</v></c>' for letter in "ABCDEFGHIJ")
    cells = "".join(f'<row r="{number}">{row.replace("1", str(number))}</row>' for number in range(1, 2001))
    data = workbook(cells, **{"xl/sharedStrings.xml": shared})
    assert "repeats long texts" in _sentence(data, WorkbookUnpacksTooLargeError)


@pytest.mark.parametrize(("row", "column"), [(1_048_576, "XFD"), (1_048_576, "M"), (999_999_999, "A"), (500, "ZZZ")])
def test_a_lone_cell_a_long_way_out_is_refused(row: int, column: str) -> None:
    far = f'<row r="{row}">{text_cell(f"{column}{row}", "x")}</row>'
    sentence = _sentence(workbook(f'<row r="1">{text_cell("A1", "x")}</row>{far}'), SheetTooLargeError)
    assert f"as far out as row {row:,}" in sentence


def test_cells_a_little_way_out_are_read() -> None:
    far = f'<row r="400">{text_cell("AZ400", "x")}</row>'
    sheet = read_sheets(workbook(f'<row r="1">{text_cell("A1", "x")}</row>{far}'))[0]
    assert len(sheet.rows) == 400


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "export.xlsx"
    with large.open("wb") as stream:
        stream.truncate(LIMITS.file_bytes + 1)
    with pytest.raises(FileTooLargeError, match=r"export\.xlsx has 100 MB"):
        read_sheets(large)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError, match=r"There is no file .*absent\.xlsx"):
        read_sheets(tmp_path / "absent.xlsx")
    with pytest.raises(FileMissingError, match="cannot be opened"):
        read_sheets(tmp_path)
