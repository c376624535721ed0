"""What a cell says, as text."""

import datetime as dt

from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.files.api import Cell

_LONGEST_SHOWN = 120
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\x00"))
_NOT_TEXT = {0x00: None, 0x1F: " "}


def shown(cell: Cell | None) -> str:
    """The cell as a person sees it in the spreadsheet, cut when very long."""
    text = _as_text(cell)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def read_text(cell: Cell | None, *, longest: int | None = None) -> str:
    """The words of a cell without the white space around them; blank is the empty text."""
    text = cell.strip() if isinstance(cell, str) else _as_text(cell)
    if "\x00" in text or "\x1f" in text:
        text = text.translate(_NOT_TEXT)
    if longest is not None and len(text) > longest:
        raise CannotReadError(f"The text has {len(text):,} characters; at most {longest:,} fit here. Shorten it.")
    return text


def read_label(cell: Cell | None, *, longest: int | None = None) -> str:
    """The words of a cell as given, with single spaces between them."""
    return " ".join(read_text(cell, longest=longest).split())


def token(cell: Cell | None) -> str:
    """A cell that is to hold a code, a number or a day: without white space around it and invisible marks."""
    return _as_text(cell).translate(_INVISIBLE).strip()


def _as_text(cell: Cell | None) -> str:
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    return f"{cell:%d/%m/%Y}" if isinstance(cell, dt.date) else str(cell)
