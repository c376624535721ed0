"""How long something took, in whole minutes."""

import datetime as dt
import re
from decimal import Decimal

from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.exchange.workbooks.domain.readings.numbers import Range, check_range
from kith.exchange.workbooks.domain.readings.text import shown, token
from kith.files.api import Cell

_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{0,6})?"
_MINUTES = re.compile(rf"({_NUMBER})\s*(?:m|min|mins|minute|minutes)?\.?", re.IGNORECASE)
_HOURS = re.compile(
    rf"({_NUMBER})\s*(?:h|hr|hrs|hour|hours)\.?\s*(?:and\s+)?(?:([0-9]{{1,2}})\s*(?:m|min|mins|minute|minutes)?\.?)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?::00)?")
_ADVICE = "Write the minutes, such as 45."


def read_minutes(cell: Cell | None, allowed: Range | None = (0, 1440)) -> int | None:
    """45, '30 mins', '1 hr', '1h 15' or '1:15' in whole minutes; None when blank. Raises CannotReadError."""
    minutes = _minutes(cell)
    if minutes is None:
        return None
    if minutes != minutes.to_integral_value():
        raise CannotReadError(f"{shown(cell).strip()} is not a whole number of minutes. {_ADVICE}")
    check_range(minutes, allowed, shown(cell).strip())
    return int(minutes)


def _minutes(cell: Cell | None) -> Decimal | None:
    if isinstance(cell, float | int):
        return Decimal(repr(cell))
    if isinstance(cell, dt.timedelta):
        return Decimal(str(cell.total_seconds())) / 60
    if isinstance(cell, dt.time):
        return Decimal(cell.hour * 60 + cell.minute) + Decimal(cell.second) / 60
    text = token(cell)
    return _typed(text) if text else None


def _typed(text: str) -> Decimal:
    if match := _MINUTES.fullmatch(text):
        return Decimal(match[1])
    if match := _HOURS.fullmatch(text) or _CLOCK.fullmatch(text):
        return Decimal(match[1]) * 60 + int(match[2] or 0)
    raise CannotReadError(f"{shown(text)} is not a length of time. {_ADVICE}")
