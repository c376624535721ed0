"""Cells that show an error or lack a result: the reader gives them as blank, so they are found in the sheet's XML."""

import re

from kith.files.cells import CellError, column_number
from kith.files.error_texts import NO_RESULT
from kith.files.package import Package

_ERROR = re.compile(
    rb"""<(?:\w{1,20}:)?c\b(?=[^>]{0,200}\bt=["']e["'])[^>]{0,200}\br=["']([A-Za-z]{1,3})([0-9]{1,7})["'][^>]{0,200}>\s*"""
    rb"""(?:<(?:\w{1,20}:)?f\b[^>]{0,200}(?:/>|>[^<]{0,9000}</(?:\w{1,20}:)?f>)\s*)?"""
    rb"""<(?:\w{1,20}:)?v>([^<]{0,50})</"""
)
# A formula that gives an empty text says so (t="str"); one with neither is a formula that nobody has worked out yet.
_NO_RESULT = re.compile(
    rb"""<(?:\w{1,20}:)?c\b(?![^>]{0,200}\bt=["'](?:str|e)["'])[^>]{0,200}\br=["']([A-Za-z]{1,3})([0-9]{1,7})["']"""
    rb"""[^>]{0,200}>\s*<(?:\w{1,20}:)?f\b[^>]{0,200}(?:/>|>[^<]{0,9000}</(?:\w{1,20}:)?f>)\s*"""
    rb"""(?:<(?:\w{1,20}:)?v\s*(?:/>|>\s*</(?:\w{1,20}:)?v>))?\s*</(?:\w{1,20}:)?c>"""
)


def errors_in(package: Package, part: str) -> dict[tuple[int, int], CellError]:
    """The errors of a sheet by row and column, both counted from 1."""
    return {
        (int(row), column_number(letters.decode())): CellError(text.decode("utf-8", "replace"))
        for chunk in package.chunks(part)
        for letters, row, text in _ERROR.findall(chunk)
    }


def without_results_in(package: Package, part: str) -> dict[tuple[int, int], CellError]:
    """The formulas of a sheet whose results the file does not hold."""
    return {
        (int(row), column_number(letters.decode())): CellError(NO_RESULT)
        for chunk in package.chunks(part)
        for letters, row in _NO_RESULT.findall(chunk)
    }
