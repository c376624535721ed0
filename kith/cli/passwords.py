"""The password of a locked workbook: asked at a prompt without echo, or read from a file. Never an argument."""

import getpass
import sys
from collections.abc import Iterator
from pathlib import Path

from kith.cli.files import FileTroubleError
from kith.files.api import WorkbookLockedError, WrongPasswordError, is_locked, unlocked

TRIES = 3


def opened(content: bytes, name: str, password_file: str | None) -> bytes:
    """The content, without its lock if it has one. Raises a FileProblemError."""
    if not is_locked(content, name):
        return content
    given = iter([_from_file(password_file)]) if password_file else _asked(name)
    last = WrongPasswordError(f"The password does not open {name}.")
    for password in given:
        try:
            return unlocked(content, name, password)
        except WrongPasswordError as wrong:
            last = wrong
    raise last


def _asked(name: str) -> Iterator[str]:
    if not sys.stdin.isatty():
        raise WorkbookLockedError(
            f"{name} is locked with a password. Run the command where it can ask for it, or give --password-file."
        )
    for _ in range(TRIES):
        yield getpass.getpass(f"Password of {name}: ")


def _from_file(name: str) -> str:
    """The first line of a file; '-' is standard input."""
    try:
        text = sys.stdin.readline() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as wrong:
        raise FileTroubleError(f"The password cannot be read from {name}: it is no readable text file.") from wrong
    return (text.splitlines() or [""])[0]
