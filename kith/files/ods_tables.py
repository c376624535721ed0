"""Puts the cells of an OpenDocument workbook together while its XML goes by."""

import re
from collections.abc import Mapping, Sequence
from xml.parsers import expat

from kith.files.as_shown import EMPTY
from kith.files.cells import Cell, Sheet
from kith.files.errors import SheetTooLargeError
from kith.files.limits import Limits
from kith.files.ods_hidden import OdsHidden
from kith.files.ods_values import OFFICE, TABLE, value_of
from kith.kernel.errors import KithError

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_DRAWN = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0 "
_CELLS = frozenset({f"{TABLE}table-cell", f"{TABLE}covered-table-cell"})
_PASSED_OVER = frozenset({f"{OFFICE}annotation", f"{TABLE}tracked-changes", f"{TABLE}dde-links", f"{TABLE}shapes"})
_LINE_END = re.compile(r"[ \t]*[\r\n]\s*")
_MOST_SPACES = 1000


class DoctypeError(KithError):
    """The XML brings declarations of its own, as no office program writes."""


class OdsTables:
    """Takes the XML in pieces; `sheets` holds each sheet once its end has gone by.

    Empty cells and rows are counted and made only when something filled comes after them, so that a million
    formatted empty rows cost nothing. Repeated cells and rows share what they hold.
    """

    def __init__(self, called: str, limits: Limits) -> None:
        self.sheets: list[Sheet] = []
        self._called, self._limits = called, limits
        self._name: str | None = None
        self._rows: list[Sequence[Cell]] = []
        self._row: list[Cell] = []
        self._empty_rows = self._empty_cells = self._widest = 0
        self._times_row = 1
        self._cell: Mapping[str, str] | None = None
        self._words: list[str] = []
        self._passing = 0
        self._in_paragraph = False
        self._hidden = OdsHidden()
        self._of_row: Mapping[str, str] = {}
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._said
        self._parser.StartDoctypeDeclHandler = _refuse_doctype

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        """One piece of the XML. Raises ExpatError, DoctypeError, SheetTooLargeError."""
        self._parser.Parse(piece, last)

    def _begin(self, element: str, attributes: dict[str, str]) -> None:
        if not self._passing and self._cell is None:
            self._hidden.begin(element, attributes, _times(attributes, "columns"))
        if self._passing or element in _PASSED_OVER or element.startswith(_DRAWN):
            self._passing += 1
        elif element in _CELLS:
            self._cell, self._words = attributes, []
        elif self._cell is not None:
            self._begin_words(element, attributes)
        elif element == f"{TABLE}table-row":
            self._row, self._empty_cells, self._of_row = [], 0, attributes
            self._times_row = _times(attributes, "rows")
        elif element == f"{TABLE}table":
            self._name, self._rows, self._empty_rows, self._widest = attributes.get(f"{TABLE}name", ""), [], 0, 0

    def _begin_words(self, element: str, attributes: dict[str, str]) -> None:
        if element == f"{_TEXT}p":
            self._in_paragraph = True
            if self._words:
                self._words.append("\n")
        elif element == f"{_TEXT}line-break":
            self._words.append("\n")
        elif element == f"{_TEXT}tab":
            self._words.append("\t")
        elif element == f"{_TEXT}s":
            self._words.append(" " * min(_count(attributes.get(f"{_TEXT}c", "1")), _MOST_SPACES))

    def _said(self, words: str) -> None:
        if self._in_paragraph and not self._passing:
            self._words.append(_LINE_END.sub(" ", words))

    def _end(self, element: str) -> None:
        if self._passing:
            self._passing -= 1
        elif element == f"{_TEXT}p":
            self._in_paragraph = False
        elif element in _CELLS and self._cell is not None:
            self._end_cell(self._cell)
        elif self._cell is None and element == f"{TABLE}table-row":
            self._end_row()
        elif self._cell is None and element == f"{TABLE}table" and self._name is not None:
            self.sheets.append(Sheet(self._name, self._rows, hidden=self._hidden.of_sheet()))
            self._name = None

    def _end_cell(self, attributes: Mapping[str, str]) -> None:
        value, times = value_of(attributes, "".join(self._words)), _times(attributes, "columns")
        self._cell = None
        if value == "":
            self._empty_cells += times
            return
        self._check_box(len(self._rows) + self._empty_rows + 1, len(self._row) + self._empty_cells + times)
        self._row.extend([""] * self._empty_cells)
        self._row.extend([value] * times)
        self._empty_cells = 0

    def _end_row(self) -> None:
        if not self._row:
            self._empty_rows += self._times_row
            return
        self._widest = max(self._widest, len(self._row))
        self._check_box(len(self._rows) + self._empty_rows + self._times_row, self._widest)
        self._rows.extend([EMPTY] * self._empty_rows)
        self._hidden.row(self._of_row, len(self._rows) + 1, self._times_row)
        self._rows.extend([self._row] * self._times_row)
        self._empty_rows = 0

    def _check_box(self, row: int, column: int) -> None:
        if row * column > self._limits.cells_in_box:
            raise SheetTooLargeError(
                f"The sheet {self._name} of {self._called} is filled as far out as row {row:,} and column {column:,}; "
                f"a sheet of up to {self._limits.cells_in_box:,} cells can be read. Delete what lies beyond the "
                "table, or export a shorter period."
            )


def _times(attributes: Mapping[str, str], what: str) -> int:
    return _count(attributes.get(f"{TABLE}number-{what}-repeated", "1"))


def _count(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 1


def _refuse_doctype(*_: object) -> None:
    raise DoctypeError("The workbook's XML brings declarations of its own.")
