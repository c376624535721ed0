"""Shares that a spreadsheet holds as 0.64 and shows as 64%: they are read as they are shown."""

import re
from decimal import Decimal

from kith.files.cells import Cell

BUILT_IN = frozenset({9, 10})
"""The numbers of the formats 0% and 0.00%, which no workbook writes out."""
_SAID_AS_IT_IS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def is_percent(pattern: str) -> bool:
    """Whether a number's format multiplies by a hundred: '0.0%' does, '0"%"' only writes the sign."""
    return "%" in _SAID_AS_IT_IS.sub("", pattern)


def as_percent(number: Cell) -> Cell:
    """0.64 as '64%', to the last of its figures; anything but a number as it is."""
    if not isinstance(number, float | int):
        return number
    return f"{(Decimal(repr(number)) * 100).normalize():f}%"
