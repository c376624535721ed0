"""A look at a sheet's XML before its cells are read: how far it reaches, and what needs care."""

import re
from dataclasses import dataclass

from kith.files.cells import column_number
from kith.files.errors import SheetTooLargeError
from kith.files.limits import Limits
from kith.files.package import Package

# A sheet within 200,000 rows and columns A to Z cannot hold more cells than is safe; only others are measured.
# Patterns that begin with fixed bytes are found ten times sooner than those that begin with a choice.
_WIDE = re.compile(rb'r="(?!http)[A-Za-z]{2}')
_LONG = re.compile(rb'r="(?!http)[^"]{7}')
_DEEP = re.compile(rb'r="[A-Za-z]*(?:[2-9][0-9]{5}|[0-9]{7})')
_FILLED = re.compile(
    rb"""<(?:\w{1,20}:)?c\b[^>]{0,200}?\br=["']([A-Za-z]{1,4})([0-9]{1,12})["'][^>]{0,200}(?<!/)>(?!\s*</)"""
)
_PLACELESS = re.compile(rb"""<(?:\w{1,20}:)?c(?![^>]{0,200}\br=)[\s>]""")
_ROW = re.compile(rb"""<(?:\w{1,20}:)?row\b[^>]{0,200}?\br=["']([0-9]{1,12})["']""")


@dataclass(slots=True)
class Survey:
    """Whether a sheet holds errors, formulas, truth values, hidden rows or columns, or cells a long way out."""

    errors: bool = False
    formulas: bool = False
    truths: bool = False
    hides: bool = False
    far: bool = False


def survey(package: Package, part: str) -> Survey:
    """Looks through a sheet's part once. A damaged part raises WorkbookDamagedError."""
    found = Survey()
    for chunk in package.chunks(part):
        found.errors = found.errors or b't="e"' in chunk or b"t='e'" in chunk
        found.formulas = found.formulas or b"<f" in chunk or b":f" in chunk
        found.hides = found.hides or b"hidden=" in chunk
        found.truths = found.truths or b't="b"' in chunk or b"t='b'" in chunk
        found.far = found.far or _reaches_far(chunk)
    return found


def _reaches_far(chunk: bytes) -> bool:
    if b"r='" in chunk or _WIDE.search(chunk):
        return True
    return _LONG.search(chunk) is not None and _DEEP.search(chunk) is not None


def check_reach(package: Package, part: str, sheet: str, limits: Limits) -> None:
    """Refuses a sheet whose filled cells span a box too large to be held."""
    row, column = _reach(package, part)
    if row * column > limits.cells_in_box:
        raise SheetTooLargeError(
            f"The sheet {sheet} of {package.name} is filled as far out as row {row:,} and column {column:,}; "
            f"a sheet of up to {limits.cells_in_box:,} cells can be read. Delete what lies beyond the table, "
            "or export a shorter period."
        )


def _reach(package: Package, part: str) -> tuple[int, int]:
    row = column = 1
    for chunk in package.chunks(part):
        for letters, number in _FILLED.findall(chunk):
            row = max(row, int(number))
            column = max(column, column_number(letters.decode()))
        if _PLACELESS.search(chunk):
            row = max([row, *map(int, _ROW.findall(chunk))])
    return row, column
