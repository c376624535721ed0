"""Days as people type them: the day first, always."""

import datetime as dt
import re
from dataclasses import dataclass

from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.exchange.workbooks.domain.readings.text import shown, token
from kith.files.api import Cell

_ADVICE = "Write the day, month and year, such as 28/02/2025."
_TIME = r"(?:[T ]\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})\s*([/.\- ])\s*([0-9]{{1,2}})\s*\2\s*([0-9]{{4}}|[0-9]{{2}}){_TIME}")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}")
_NAMED = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+)?"
    r"([0-9]{1,2})(?:st|nd|rd|th)?[\s\-/.,]*(?:of\s+)?([a-z]{3,9})[\s\-/.,]*([0-9]{4}|[0-9]{2})" + _TIME,
    re.IGNORECASE,
)
_SERIAL = re.compile(r"[1-9][0-9]{4}(?:\.[0-9]+)?")
_DAY_ZERO = dt.date(1899, 12, 30)  # Excel counts a 29 February 1900 that never was; later days are right
_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTHS = (
    {name: number for number, name in enumerate(_NAMES, 1)}
    | {name[:3]: number for number, name in enumerate(_NAMES, 1)}
    | {"sept": 9}
)


@dataclass(frozen=True, slots=True)
class DateRule:
    """Which days a column can hold, and what a year of two digits means in it."""

    earliest: dt.date
    latest: dt.date
    two_digit_years_past: bool = False
    why_latest: str = "lies too far ahead"


def read_date(cell: Cell | None, rule: DateRule) -> dt.date | None:
    """The day a cell holds, None when it is blank. Raises CannotReadError."""
    if isinstance(cell, dt.datetime):
        day = cell.date()
    elif isinstance(cell, dt.date):
        day = cell
    else:
        text = token(cell)
        if not text:
            return None
        day = _typed(cell, text, rule)
    return _plausible(day, cell, rule)


def read_serial(cell: Cell | None, rule: DateRule) -> dt.date | None:
    """The day that a bare number is in Excel's count from 1900, None for any other cell. Raises CannotReadError."""
    text = token(cell)
    if isinstance(cell, dt.date) or not _SERIAL.fullmatch(text):
        return None
    return _plausible(_DAY_ZERO + dt.timedelta(days=int(text.split(".")[0])), cell, rule)


def _typed(cell: Cell | None, text: str, rule: DateRule) -> dt.date:
    if not isinstance(cell, str) or text.replace(".", "", 1).isdigit():
        raise CannotReadError(f"{shown(cell).strip()} is a number, not a date. {_ADVICE}")
    parts = _parts(text)
    if parts is None:
        raise CannotReadError(f"{shown(text)} is not a date. {_ADVICE}")
    year, month, day = parts
    try:
        full_year = _full_year(year, month, day, rule)
        return dt.date(full_year, month, day)
    except ValueError as wrong:
        raise CannotReadError(f"{text} is not a date. {_month_first(year, month, day)}{_ADVICE}") from wrong


def _month_first(year: str, month: int, day: int) -> str:
    """What to say when the two were exchanged, as Americans write them."""
    if not (12 < month <= 31 and 1 <= day <= 12):
        return ""
    return f"The day comes before the month: {month:02}/{day:02}/{year}, if that is meant. "


def _parts(text: str) -> tuple[str, int, int] | None:
    if match := _DAY_FIRST.fullmatch(text):
        return match[4], int(match[3]), int(match[1])
    if match := _YEAR_FIRST.fullmatch(text):
        return match[1], int(match[3]), int(match[4])
    if (match := _NAMED.fullmatch(text)) and match[2].lower() in _MONTHS:
        return match[3], _MONTHS[match[2].lower()], int(match[1])
    return None


def _full_year(year: str, month: int, day: int, rule: DateRule) -> int:
    """Two digits mean 1950 to 2049; a birth the latest such year that is past."""
    number = int(year)
    if len(year) > 2:
        return number
    if not rule.two_digit_years_past:
        return number + (2000 if number < 50 else 1900)
    this_century = number + 2000
    return this_century if (this_century, month, day) <= rule.latest.timetuple()[:3] else number + 1900


def _plausible(day: dt.date, cell: Cell | None, rule: DateRule) -> dt.date:
    if day > rule.latest:
        raise CannotReadError(f"{shown(cell).strip()} {rule.why_latest}. Check the year.")
    if day < rule.earliest:
        raise CannotReadError(f"{shown(cell).strip()} lies before {rule.earliest:%d/%m/%Y}. Check the year.")
    return day
