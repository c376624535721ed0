"""A CSV read by the names of its columns, by the same reader as the sheets of an import."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.files.api import FileProblemError, read_csv

_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)


def test_a_semicolon_belongs_to_the_words_of_a_file_of_one_column() -> None:
    rows = read_csv(b"Text\r\nSlept well; ate well\r\nNothing new\r\nTired; sad\r\n")
    assert rows == [{"text": "Slept well; ate well"}, {"text": "Nothing new"}, {"text": "Tired; sad"}]


def test_a_cell_that_is_not_there_is_empty_and_one_too_many_is_left() -> None:
    assert read_csv(b"id, Text \n1\n2,#N/A,over\n\n") == [{"id": "1", "text": ""}, {"id": "2", "text": "#N/A"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_letters_are_those_that_were_written(encoding: str) -> None:
    assert read_csv("text\nZoë’s £5 – paid\n".encode(encoding)) == [{"text": "Zoë’s £5 – paid"}]


@given(st.lists(st.tuples(st.integers(0, 999), _WORDS), min_size=1, max_size=8))
def test_what_a_writer_of_csv_wrote_is_read_back(rows: list[tuple[int, str]]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([("id", "text"), *rows])
    assert read_csv(stream.getvalue().encode()) == [{"id": str(number), "text": text} for number, text in rows]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    try:
        read_csv(data)
    except FileProblemError as refused:
        assert refused.sentence.endswith(".")
