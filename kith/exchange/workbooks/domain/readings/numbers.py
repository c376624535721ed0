"""Numbers as people type them, without the errors of binary fractions."""

import re
from collections.abc import Collection
from decimal import ROUND_HALF_EVEN, Decimal

from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.exchange.workbooks.domain.readings.text import shown, token
from kith.files.api import Cell

_PLAIN = re.compile(r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,15})?")
_WITH_UNIT = re.compile(r"([+-]?[0-9][0-9.,]*)\s*([^\W\d_/%.][^\d]{0,19}[0-9²]?|/\s*[0-9]{1,3}|%)")
_ONE = Decimal(1)

Range = tuple[int, int]


def read_number(cell: Cell | None) -> Decimal | None:
    """The number a cell holds as it is shown, None when it is blank. Raises CannotReadError."""
    if isinstance(cell, float | int):
        return Decimal(repr(cell))
    text = token(cell)
    if not text:
        return None
    if not isinstance(cell, str) or not (_PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)):
        raise CannotReadError(f"{shown(cell).strip()} is not a number. Write figures only, such as 12 or 37.2.")
    return Decimal(text.replace(",", ""))


def read_whole(cell: Cell | None, allowed: Range | None = None) -> int | None:
    """A whole number within a range, both ends allowed."""
    number = read_number(cell)
    if number is None:
        return None
    if number != number.to_integral_value():
        raise CannotReadError(f"{shown(cell).strip()} is not a whole number.")
    check_range(number, allowed, shown(cell).strip())
    return int(number)


def without_unit(cell: Cell, units: Collection[str]) -> Cell:
    """A number written with its unit, without it: '31.2 kg/m2' is '31.2'. Raises CannotReadError for another unit."""
    match = _WITH_UNIT.fullmatch(token(cell)) if isinstance(cell, str) else None
    if match is None:
        return cell
    unit = "".join(match[2].split()).casefold()
    if unit in units:
        return match[1]
    known = f"figures only, or with {' or '.join(units)}" if units else "figures only"
    unread = match[2].strip()
    raise CannotReadError(f"{shown(cell).strip()} is given in {unread}, which is not read here. Write {known}.")


def read_thousandths(cell: Cell | None, allowed: Range | None = None) -> int | None:
    """A number in whole thousandths: 37.2 is 37200. A finer fraction is rounded, half to even."""
    number = read_number(cell)
    if number is None:
        return None
    if abs(number) >= 10**9:
        raise CannotReadError(f"{shown(cell).strip()} is too large to be a reading.")
    check_range(number, allowed, shown(cell).strip())
    return int((number * 1000).quantize(_ONE, rounding=ROUND_HALF_EVEN))


def check_range(number: Decimal | int, allowed: Range | None, as_given: str) -> None:
    """Refuses a number outside its range."""
    if allowed is not None and not allowed[0] <= number <= allowed[1]:
        raise CannotReadError(f"{as_given} is out of range: it must lie between {allowed[0]} and {allowed[1]}.")
