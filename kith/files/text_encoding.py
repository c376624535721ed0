"""How the letters of a text file are written: UTF-8, UTF-16 or Windows-1252, decided for the whole file."""

import codecs
import re

from kith.files.errors import TextUndecidableError
from kith.files.recognise import wide_without_mark

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ADVICE = "Open it in Excel, check that names with accents look right, and save it as CSV UTF-8."
_TWO_BYTES = re.compile(rb"[\xc3-\xc5][\x80-\xbf]|\xe2\x80[\x93-\xa6]")
# In Windows-1252 some signs stand beside words, never inside one, and some never behind one; older DOS files have their
# accents there. Files of older Macs have theirs where Windows-1252 has capitals, which follow no small letter.
_NO_WORD = re.compile(r"[^\W\d_][‚„†‡ˆ‰‹¤¢][^\W\d_]|[^\W\d_][‚ˆ‰‹¤]|¤[^\W\d_]|[a-zß-ÿ][ŠŽŸ]")  # noqa: RUF001


def decoded(data: bytes, called: str) -> str:
    """The text of a file, without its mark. Raises TextUndecidableError."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, called)
    if wide := wide_without_mark(data):
        return _strictly(data, wide, called)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return _windows(data, called, wrong.start)


def _strictly(data: bytes, encoding: str, called: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as wrong:
        raise TextUndecidableError(
            f"{called} begins as {encoding.upper()[:6].rstrip('-')} text and does not go on so (line "
            f"{_line(data, wrong.start)}). {_ADVICE}"
        ) from wrong


def _windows(data: bytes, called: str, first: int) -> str:
    """Windows-1252, unless the file is in part UTF-8 or has letters that Windows-1252 does not have there."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as wrong:
        raise _undecidable(data, called, wrong.start) from wrong
    if other := _TWO_BYTES.search(data):
        raise TextUndecidableError(
            f"{called} has letters written in two ways: line {_line(data, other.start())} as UTF-8 and line "
            f"{_line(data, first)} as Windows-1252. {_ADVICE}"
        )
    if odd := _NO_WORD.search(text):
        raise _undecidable(data, called, odd.start())
    return text


def _undecidable(data: bytes, called: str, place: int) -> TextUndecidableError:
    return TextUndecidableError(
        f"{called} has letters that are neither in UTF-8 nor in Windows-1252 (line {_line(data, place)}). {_ADVICE}"
    )


def _line(data: bytes, place: int) -> int:
    return data.count(b"\n", 0, place) + 1
