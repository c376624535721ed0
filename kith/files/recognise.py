"""What a file really is, by its first bytes and not by its name."""

from kith.files.errors import (
    FileEmptyError,
    FileTooLargeError,
    NotAWorkbookError,
    WorkbookDamagedError,
    WorkbookLockedError,
)
from kith.files.limits import Limits

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
)
SAVE_AS = "Open it in Excel and save it as Excel Workbook (.xlsx)."


def check_is_packed_workbook(data: bytes, name: str, limits: Limits) -> None:
    """Refuses what cannot be an .xlsx file, with a sentence that says what it is."""
    if not data:
        raise FileEmptyError(f"{name} is empty. Export or save the workbook again.")
    check_size(len(data), name, limits)
    if data.startswith(_ZIP):
        return
    if data.startswith(_OLD_OFFICE):
        _refuse_old_office(data, name)
    raise NotAWorkbookError(f"{name} is not an Excel workbook: it is {_kind(data)}. {SAVE_AS}")


def check_size(size: int, name: str, limits: Limits) -> None:
    """Refuses a file above the limit, before it is read."""
    if size > limits.file_bytes:
        raise FileTooLargeError(
            f"{name} has {size / 1048576:.0f} MB; at most {limits.file_bytes / 1048576:.0f} MB are taken. "
            "Export a shorter period."
        )


def _refuse_old_office(data: bytes, name: str) -> None:
    if _LOCKED in data:
        raise WorkbookLockedError(
            f"{name} is locked with a password. Open it in Excel, take the password off and save it again."
        )
    raise NotAWorkbookError(
        f"{name} is an older Office document (such as .doc or .xls), not an .xlsx workbook. {SAVE_AS}"
    )


def _kind(data: bytes) -> str:
    for start, kind in _OTHERS:
        if data.startswith(start):
            return kind
    head = data[:4096].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table")):
        return "a web page"
    return "another kind of file" if b"\0" in head else "plain text (such as .csv)"


def damaged(name: str) -> WorkbookDamagedError:
    """The one sentence for a workbook that was cut short or changed."""
    return WorkbookDamagedError(
        f"{name} is damaged or was cut short on its way. Fetch or export it again, "
        "or open it in Excel, let Excel repair it and save it."
    )
