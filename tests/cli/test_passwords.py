"""The password of a locked workbook at the command line: a prompt without echo, or a file; never an argument."""

import getpass
import io
import sys
from pathlib import Path

import pytest

from kith.cli.main import parser
from kith.cli.passwords import TRIES, opened
from kith.files.api import WorkbookLockedError, WrongPasswordError
from tests.files.locking import locked_agile
from tests.files.test_sheets_locked import PLAIN

PASSWORD = "Weirdale 9"  # noqa: S105  of a made-up workbook
LOCKED = locked_agile(PLAIN, PASSWORD)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_an_unlocked_workbook_is_not_asked_about() -> None:
    assert opened(PLAIN, "export.xlsx", None) is PLAIN


def test_the_password_is_asked_without_echo_up_to_three_times(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["no", "nor this", PASSWORD])
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda _: next(answers))
    assert opened(LOCKED, "export.xlsx", None) == PLAIN


def test_a_password_wrong_each_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda prompt: asked.append(prompt) or "no")
    with pytest.raises(WrongPasswordError):
        opened(LOCKED, "export.xlsx", None)
    assert asked == ["Password of export.xlsx: "] * TRIES


def test_a_script_gives_the_password_in_a_file_or_on_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "password").write_text(f"{PASSWORD}\n")
    assert opened(LOCKED, "export.xlsx", str(tmp_path / "password")) == PLAIN
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    assert opened(LOCKED, "export.xlsx", "-") == PLAIN


def test_where_nobody_can_be_asked_the_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(WorkbookLockedError, match="--password-file"):
        opened(LOCKED, "export.xlsx", None)


def test_no_option_takes_the_password_itself() -> None:
    given = ["import-workbook", "x.xlsx", "--service", "S", "--profile", "p", "--password", "secret"]
    with pytest.raises(SystemExit):
        parser().parse_args(given)
