"""What a file really is, by its first bytes and not by its name."""

from enum import Enum

from kith.files.errors import FileEmptyError, FileTooLargeError, NotAWorkbookError, WorkbookDamagedError
from kith.files.limits import Limits

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "a database"),
)
_MARKUP = (
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<head", "a web page"),
    (b"<meta", "a web page"),
    (b"<style", "a web page"),
    (b"<table", "a web page"),
    (b"mime-version:", "a web page"),
    (b"<?xml", "an XML document"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
SAVE_AS = "Open it in Excel and save it as Excel Workbook (.xlsx)."


class Container(Enum):
    """How a file is packed; what is inside is for its reader to say."""

    ZIP = "zip"
    OLD_OFFICE = "old office"
    TEXT = "text"


def container_of(data: bytes, name: str, limits: Limits) -> Container:
    """How the file is packed. Refuses what holds no table, with a sentence that says what it is."""
    if not data:
        raise FileEmptyError(f"{name} is empty. Export or save the workbook again.")
    check_size(len(data), name, limits)
    if data.startswith(_ZIP):
        return Container.ZIP
    if data.startswith(_OLD_OFFICE):
        return Container.OLD_OFFICE
    if kind := other_kind(data):
        raise not_a_workbook(name, kind)
    return Container.TEXT


def check_size(size: int, name: str, limits: Limits) -> None:
    """Refuses a file above the limit, before it is read."""
    if size > limits.file_bytes:
        raise FileTooLargeError(
            f"{name} has {size / 1048576:.0f} MB; at most {limits.file_bytes / 1048576:.0f} MB are taken. "
            "Export a shorter period."
        )


def other_kind(data: bytes) -> str:
    """What a file is that is no table, or nothing for plain text."""
    for start, kind in _OTHERS:
        if data.startswith(start):
            return kind
    head = data[:4096].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    for start, kind in _MARKUP:
        if head.startswith(start):
            return kind
    if data.startswith(_WIDE_MARKS) or wide_without_mark(data):
        return ""
    return "another kind of file" if b"\0" in data else ""


def wide_without_mark(data: bytes) -> str:
    """The encoding of text in two bytes a letter that does not say so: every other byte of its start is nought."""
    head = data[: min(len(data), 4096) // 2 * 2]
    if len(head) < 4 or b"\0" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.4 * len(head) / 2 and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * len(head) / 2 and odd == 0 else ""


def not_a_workbook(name: str, kind: str) -> NotAWorkbookError:
    """The one sentence for a file of another kind."""
    return NotAWorkbookError(f"{name} is not a workbook that can be read: it is {kind}. {SAVE_AS}")


def damaged(name: str) -> WorkbookDamagedError:
    """The one sentence for a workbook that was cut short or changed."""
    return WorkbookDamagedError(
        f"{name} is damaged or was cut short on its way. Fetch or export it again, "
        "or open it in Excel, let Excel repair it and save it."
    )
