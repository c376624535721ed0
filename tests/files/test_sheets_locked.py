"""A workbook locked with a password is opened with it, and with nothing else."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.files.api import (
    LIMITS,
    FileProblemError,
    WorkbookLockedError,
    WrongPasswordError,
    is_locked,
    read_sheets,
    unlocked,
)
from tests.files.locking import locked_agile, locked_standard
from tests.files.packages import text_cell, workbook

ELSEWHERE = Path(__file__).parent / "made_elsewhere"
FILLING = b"".join(sha256(bytes([number])).digest() for number in range(200))  # what no zip makes smaller
PLAIN = workbook(f'<row r="1">{text_cell("A1", "Client ID")}</row>', **{"docProps/picture": FILLING})
PASSWORD = "Zoë's 9 keys"  # noqa: S105  of a made-up workbook
Lock = Callable[[bytes, str], bytes]
EITHER = pytest.mark.parametrize("lock", [locked_agile, locked_standard])
AGILE = locked_agile(PLAIN, PASSWORD)


@EITHER
def test_a_locked_workbook_is_known_and_opened_with_its_password(lock: Lock) -> None:
    data = lock(PLAIN, PASSWORD)
    assert is_locked(data, "export.xlsx")
    assert [list(row) for row in read_sheets(data, password=PASSWORD)[0].rows] == [["Client ID"]]
    assert unlocked(data, "export.xlsx", PASSWORD) == PLAIN


@EITHER
@pytest.mark.parametrize("wrong", ["zoë's 9 keys", "Zoë's 9 keys ", "x", ""])
def test_a_wrong_password_is_told_in_a_sentence_without_it(lock: Lock, wrong: str) -> None:
    with pytest.raises(WrongPasswordError, match=r"does not open export\.xlsx") as refused:
        unlocked(lock(PLAIN, PASSWORD), "export.xlsx", wrong)
    assert wrong == "" or len(wrong) < 2 or wrong not in refused.value.sentence


def test_a_locked_workbook_without_a_password_is_refused() -> None:
    with pytest.raises(WorkbookLockedError, match="locked with a password"):
        read_sheets(AGILE, name="export.xlsx")


def test_a_workbook_that_excel_opens_without_a_question_is_read_so() -> None:
    data = locked_agile(PLAIN, "VelvetSweatshop")
    assert not is_locked(data, "export.xlsx")
    assert read_sheets(data)[0].name == "Clients"


def test_an_unlocked_file_is_not_asked_about() -> None:
    assert not is_locked(PLAIN, "export.xlsx")
    assert not is_locked(b"Client ID\n", "clients.csv")
    assert not is_locked((ELSEWHERE / "small.xls").read_bytes(), "small.xls")


def test_a_locked_xls_workbook_of_another_program_is_opened() -> None:
    data = (ELSEWHERE / "locked.xls").read_bytes()
    assert is_locked(data, "locked.xls")
    assert read_sheets(data, password="Weirdale 1")[0].rows[3][0] == "WD1"  # noqa: S106
    with pytest.raises(WrongPasswordError):
        read_sheets(data, password="weirdale 1")  # noqa: S106


def test_a_locked_opendocument_workbook_is_refused_with_what_to_do() -> None:
    with pytest.raises(WorkbookLockedError, match="Save it again without one"):
        read_sheets(ELSEWHERE / "locked.ods")


def test_a_lock_that_would_take_minutes_to_try_is_not_tried() -> None:
    with pytest.raises(WorkbookLockedError, match="takes longer to open"):
        unlocked(AGILE, "export.xlsx", PASSWORD, limits=replace(LIMITS, password_turns=1000))


@settings(deadline=None, max_examples=12)
@given(st.integers(0, len(AGILE) - 1), st.binary(min_size=1, max_size=40))
def test_a_locked_workbook_with_any_bytes_changed_is_opened_or_refused_in_a_sentence(place: int, bytes_: bytes) -> None:
    changed = AGILE[:place] + bytes_ + AGILE[place + len(bytes_) :]
    try:
        read_sheets(changed, password="x")  # noqa: S106
    except FileProblemError as refused:
        assert refused.sentence.endswith(".")
