"""The records of an .xls workbook, looked through before its cells are read.

Source: Microsoft, [MS-XLS] Excel Binary File Format, sections 2.3 and 2.4.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from kith.files.cells import CellError
from kith.files.error_texts import BY_CODE
from kith.files.put import Place
from kith.files.xls_percents import PercentStyles, columns_in

FILE_PASS, BOUND_SHEET, SHARED_TEXTS, CONTINUE, END = 0x2F, 0x85, 0xFC, 0x3C, 0x0A
_BEGINS = (0x09, 0x0209, 0x0409, 0x0809)
_FORMULA = (0x06, 0x0206, 0x0406)
_TRUTH_OR_ERROR, _SHARED_TEXT = 0x0205, 0xFD
_NUMBERS = 0xBD
_ONE_CELL = frozenset({*_FORMULA, _TRUTH_OR_ERROR, _SHARED_TEXT, 0x0203, 0x0204, 0x027E, 0xD6, 0x02, 0x03, 0x04})
_COLUMNS, _ROW = 0x7D, 0x0208
_HIDDEN_COLUMN, _HIDDEN_ROW, _SHEET_STATE = 0x01, 0x20, 0x03
_HEAD = struct.Struct("<HH")
_WORKSHEET = 0
_SPECIAL_TRUTH, _SPECIAL_ERROR = 1, 2


@dataclass(slots=True)
class SeenSheet:
    """What was seen of one sheet: how far it reaches, its errors, truth values and shares, the texts it shows."""

    is_worksheet: bool
    rows: int = 0
    columns: int = 0
    truths: bool = False
    errors: dict[Place, CellError] = field(default_factory=dict)
    percents: list[Place] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    is_hidden: bool = False
    texts: dict[int, int] = field(default_factory=dict)


def records(book: bytes, place: int = 0) -> Iterator[tuple[int, int, int]]:
    """Each record from a place on: its kind, and where its content begins and ends."""
    while place + 4 <= len(book):
        kind, length = _HEAD.unpack_from(book, place)
        begin, place = place + 4, place + 4 + length
        if place > len(book):
            return
        yield kind, begin, place


def is_locked_book(book: bytes) -> bool:
    """Whether the workbook's records are encrypted."""
    for kind, begin, _ in records(book):
        if kind == FILE_PASS:
            return True
        if kind in (BOUND_SHEET, END) or begin > 4096:
            return False
    return False


def seen_sheets(book: bytes) -> list[SeenSheet]:
    """A look at every sheet, in the order of the workbook."""
    found, shares = [], PercentStyles()
    for kind, begin, end in records(book):
        if kind == BOUND_SHEET and end - begin >= 6:
            found.append(struct.unpack_from("<IH", book, begin))
        elif kind == END:
            break
        else:
            shares.meet(kind, book[begin:end])
    return [_seen(book, place, shares, flags) for place, flags in found]


def _seen(book: bytes, place: int, shares: PercentStyles, flags: int) -> SeenSheet:
    seen, depth = SeenSheet(flags >> 8 == _WORKSHEET, is_hidden=flags & _SHEET_STATE != 0), 0
    for kind, begin, end in records(book, place):
        if kind in _BEGINS:
            depth += 1
        elif kind == END:
            depth -= 1
            if depth <= 0:
                break
        elif depth == 1 and (kind in _ONE_CELL or kind == _NUMBERS) and end - begin >= 6:
            _look(seen, book, kind, begin, end)
            _look_for_shares(seen, shares, book[begin:end], several=kind == _NUMBERS)
        elif depth == 1 and kind in (_COLUMNS, _ROW):
            _look_for_hidden(seen, kind, book[begin:end])
    return seen


def _look_for_hidden(seen: SeenSheet, kind: int, content: bytes) -> None:
    """Source: [MS-XLS] 2.4.53 (ColInfo), 2.4.220 (Row)."""
    if kind == _COLUMNS and len(content) >= 10 and content[8] & _HIDDEN_COLUMN:
        first, last = _HEAD.unpack_from(content)
        seen.hidden_columns.update(range(first + 1, last + 2))
    elif kind == _ROW and len(content) >= 16 and content[12] & _HIDDEN_ROW:
        seen.hidden_rows.add(_HEAD.unpack_from(content)[0] + 1)


def _look(seen: SeenSheet, book: bytes, kind: int, begin: int, end: int) -> None:
    row, column = _HEAD.unpack_from(book, begin)
    last = _HEAD.unpack_from(book, end - 4)[1] if kind == _NUMBERS else column
    seen.rows, seen.columns = max(seen.rows, row + 1), max(seen.columns, last + 1)
    if kind == _SHARED_TEXT and end - begin >= 10:
        (index,) = struct.unpack_from("<I", book, begin + 6)
        seen.texts[index] = seen.texts.get(index, 0) + 1
    elif kind == _TRUTH_OR_ERROR and end - begin >= 8:
        _note(seen, (row + 1, column + 1), code=book[begin + 6], is_error=book[begin + 7] == 1)
    elif kind in _FORMULA and _is_special(book, begin, end):
        _note(seen, (row + 1, column + 1), code=book[begin + 8], is_error=book[begin + 6] == _SPECIAL_ERROR)


def _look_for_shares(seen: SeenSheet, shares: PercentStyles, content: bytes, *, several: bool) -> None:
    (row,) = struct.unpack_from("<H", content)
    seen.percents.extend(
        (row + 1, column + 1) for column, style in columns_in(content, several=several) if shares.shown_by(style)
    )


def _is_special(book: bytes, begin: int, end: int) -> bool:
    """Whether a formula's value is a truth value or an error; it is a number when the mark is not there."""
    marked = end - begin >= 14 and book[begin + 12 : begin + 14] == b"\xff\xff"
    return marked and book[begin + 6] in (_SPECIAL_TRUTH, _SPECIAL_ERROR)


def _note(seen: SeenSheet, place: tuple[int, int], *, code: int, is_error: bool) -> None:
    if is_error:
        seen.errors[place] = CellError(BY_CODE.get(code, "#N/A"))
    else:
        seen.truths = True
