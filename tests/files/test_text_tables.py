"""Tables in plain text are read whole, or refused with the line that is wrong."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.files.api import (
    LIMITS,
    CellError,
    FileProblemError,
    SheetTooLargeError,
    TextTableBrokenError,
    TextUndecidableError,
    read_sheets,
)


def _rows(data: bytes) -> list[list[object]]:
    return [list(row) for row in read_sheets(data, name="clients.csv")[0].rows]


@pytest.mark.parametrize("between", [",", ";", "\t", "|"])
def test_what_stands_between_cells_is_found(between: str) -> None:
    lines = ["Weirdale, all clients; 2025", "", "Client ID|Note|Value", "WD1|debt; damp, GP|1,5", "WD2|a; b|2"]
    text = "\n".join(lines[:2] + [line.replace("|", between) for line in lines[2:]])
    quoted = text.replace("debt; damp, GP", '"debt; damp, GP"').replace("a; b", '"a; b"')
    quoted = quoted.replace("1,5", '"1,5"') if between == "," else quoted
    assert _rows(quoted.encode())[3] == ["WD1", "debt; damp, GP", "1,5"]


def test_a_file_that_says_what_stands_between_is_believed() -> None:
    assert _rows(b"sep=;\r\na,b;c\r\n1,2;3\r\n") == [["a,b", "c"], ["1,2", "3"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_letters_are_read_as_they_were_written(encoding: str) -> None:
    name = "O’Dowd – Núñez £5 ‚so‘ „so“ Šimůnková† Žižek 5‰".replace("ů", "u")  # noqa: RUF001
    assert _rows(f"Client ID,Surname\r\nWD1,{name}\r\n".encode(encoding)) == [["Client ID", "Surname"], ["WD1", name]]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Zoë\n".encode() + "Siân\n".encode("cp1252"), "two ways: line 1 as UTF-8 and line 2 as Windows-1252"),
        (b"a\nZo\x89l\n", "neither in UTF-8 nor in Windows-1252"),
        (b"a\nZo\x89\n", "neither in UTF-8 nor in Windows-1252 (line 2)"),
        ("a\nJosé\n".encode("cp850"), "neither in UTF-8 nor in Windows-1252 (line 2)"),
        ("a\nJosé\n".encode("mac-roman"), "neither in UTF-8 nor in Windows-1252 (line 2)"),
        (b"a\nb\x81\n", "neither in UTF-8 nor in Windows-1252 (line 2)"),
        (b"\xef\xbb\xbfa\nZo\xeb\n", "does not go on so (line 2)"),
    ],
)
def test_letters_that_nobody_can_tell_are_not_guessed(data: bytes, said: str) -> None:
    with pytest.raises(TextUndecidableError) as refused:
        read_sheets(data, name="clients.csv")
    assert said in refused.value.sentence
    assert "CSV UTF-8" in refused.value.sentence


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'a,b\n1,"never closed\n2,x\n', "in row 2 is opened and never closed"),
        (b'a,b\n1,"said "hi" to me"\n', "row 2 has a quotation mark"),
        (b"a,b\n1," + b"x" * 140_000 + b"\n", "row 2 has a cell of more than 131,072 characters"),
    ],
)
def test_a_table_whose_quotation_marks_do_not_close_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(TextTableBrokenError) as refused:
        read_sheets(data, name="clients.csv")
    assert said in refused.value.sentence


def test_cells_with_line_ends_keep_the_row_numbers_of_the_spreadsheet() -> None:
    sheet = read_sheets(b'a,b\r\n1,"two\r\nlines"\r\n\r\n2,x\r\n', name="x.csv")[0]
    assert [(n, list(row)) for n, row in sheet.numbered()] == [
        (1, ["a", "b"]), (2, ["1", "two\r\nlines"]), (3, []), (4, ["2", "x"]),
    ]  # fmt: skip


def test_an_error_as_a_spreadsheet_writes_it_is_an_error() -> None:
    assert _rows(b"a,b\n#N/A,x #N/A\n")[1] == [CellError("#N/A"), "x #N/A"]


def test_a_million_empty_rows_are_passed_over_and_more_cells_than_fit_are_refused() -> None:
    assert len(read_sheets(b"a,b\n1,2\n" + b",\n" * 1_000_000)[0].rows) == 2
    with pytest.raises(SheetTooLargeError, match="more than 20 cells by row 6"):
        read_sheets(b"1,2,3\n" * 9, limits=replace(LIMITS, cells_in_box=20))


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2), min_size=1))
def test_what_a_writer_of_csv_wrote_is_read_back(rows: list[list[str]]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(rows)
    found = _rows(b'"sep=,"\r\n' + stream.getvalue().encode()) if stream.getvalue() else []
    read = [[str(cell) for cell in row] for row in found]
    for one, other in zip(rows, read, strict=False):
        assert one[: len(other)] == other
        assert not any(one[len(other) :])


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    try:
        read_sheets(data)
    except FileProblemError as refused:
        assert refused.sentence.endswith(".")
