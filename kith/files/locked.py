"""Opens a workbook locked with a password. The password is used and not kept."""

import binascii
import io
import re
import struct
from xml.parsers.expat import ExpatError

import msoffcrypto  # type: ignore[import-untyped]
from msoffcrypto.exceptions import (  # type: ignore[import-untyped]
    DecryptionError,
    FileFormatError,
    InvalidKeyError,
    ParseError,
)
from msoffcrypto.format.ooxml import OOXMLFile  # type: ignore[import-untyped]

from kith.files.errors import WorkbookLockedError, WrongPasswordError
from kith.files.limits import LIMITS, Limits
from kith.files.old_office import OldOffice
from kith.files.recognise import Container, container_of, damaged
from kith.files.xls_records import is_locked_book

_UNREADABLE = (
    DecryptionError, FileFormatError, ParseError, ExpatError, OSError, ValueError, IndexError, KeyError, TypeError,
    AttributeError, EOFError, OverflowError, struct.error, binascii.Error,
)  # fmt: skip
_TURNS = re.compile(rb'spinCount="([0-9]+)"')
_NO_PASSWORD = "VelvetSweatshop"  # noqa: S105  what Excel locks a workbook with that opens without a question


def is_locked(data: bytes, name: str, *, limits: Limits = LIMITS) -> bool:
    """Whether a workbook opens only with a password. Raises a FileProblemError for what is no table."""
    if container_of(data, name, limits) is not Container.OLD_OFFICE or not _has_lock(data, name):
        return False
    try:
        unlocked(data, name, _NO_PASSWORD, limits=limits)
    except WrongPasswordError:
        return True
    return False


def unlocked(data: bytes, name: str, password: str, *, limits: Limits = LIMITS) -> bytes:
    """The workbook without its lock. Raises WrongPasswordError, WorkbookLockedError, WorkbookDamagedError."""
    _check_turns(data, name, limits)
    if not password:
        raise _wrong_password(name)
    opened = io.BytesIO()
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        if isinstance(file, OOXMLFile):
            file.load_key(password=password, verify_password=True)
        else:
            file.load_key(password=password)
        file.decrypt(opened)
    except InvalidKeyError:
        raise _wrong_password(name) from None
    except _UNREADABLE as wrong:
        raise damaged(name) from wrong
    return opened.getvalue()


def _wrong_password(name: str) -> WrongPasswordError:
    return WrongPasswordError(
        f"The password does not open {name}. Type it as you do in Excel; capitals and small letters differ."
    )


def as_unlocked(data: bytes, name: str, password: str, limits: Limits) -> bytes:
    """The workbook without its lock, if it has one. Raises WorkbookLockedError when no password was given."""
    if not _has_lock(data, name):
        return data
    try:
        return unlocked(data, name, password or _NO_PASSWORD, limits=limits)
    except WrongPasswordError as wrong:
        if password:
            raise
        raise WorkbookLockedError(
            f"{name} is locked with a password. Give the password, or take it off in Excel and save the workbook again."
        ) from wrong


def _has_lock(data: bytes, name: str) -> bool:
    document = OldOffice(data, name)
    return bool(document.lock) or is_locked_book(document.book)


def _check_turns(data: bytes, name: str, limits: Limits) -> None:
    said = _TURNS.search(OldOffice(data, name).lock)
    if said and int(said[1]) > limits.password_turns:
        raise WorkbookLockedError(
            f"{name} is locked in a way that takes longer to open than any ordinary program asks for. It was not "
            "opened. Take the password off in Excel and save the workbook again."
        )
