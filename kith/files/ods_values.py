"""What a cell of an OpenDocument sheet holds, from what is written beside its text."""

import datetime as dt
import re
from collections.abc import Mapping

from kith.files.cells import Cell, CellError
from kith.files.error_texts import ERROR_CELLS, NO_RESULT
from kith.files.percent import as_percent

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_NUMBERS = frozenset({"float", "currency"})
_LENGTH = re.compile(
    r"(-?)P(?:([0-9]{1,6})D)?T?(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})(?:[.,]([0-9]*))?S)?"
)
_DAY = dt.timedelta(days=1)


def value_of(attributes: Mapping[str, str], text: str) -> Cell:
    """The value; where it cannot be told, the text that is shown."""
    if attributes.get(f"{_CALCEXT}value-type") == "error":
        return CellError(text or "#N/A")
    kind = attributes.get(f"{OFFICE}value-type", "")
    if kind in _NUMBERS:
        return _number(attributes.get(f"{OFFICE}value", ""), text)
    if kind == "percentage":
        return as_percent(_number(attributes.get(f"{OFFICE}value", ""), text))
    if kind == "date":
        return _day(attributes.get(f"{OFFICE}date-value", ""), text)
    if kind == "time":
        return _length(attributes.get(f"{OFFICE}time-value", ""), text)
    if kind == "boolean":
        return "TRUE" if attributes.get(f"{OFFICE}boolean-value") == "true" else "FALSE"
    if f"{TABLE}formula" in attributes:
        if text in ERROR_CELLS:
            return ERROR_CELLS[text]
        if not kind and not text:
            return CellError(NO_RESULT)
    return text or attributes.get(f"{OFFICE}string-value", "")


def _number(written: str, text: str) -> Cell:
    try:
        return float(written)
    except ValueError:
        return text


def _day(written: str, text: str) -> Cell:
    try:
        moment = dt.datetime.fromisoformat(written)
    except ValueError:
        return text
    return moment.date() if moment.time() == dt.time() else moment.replace(tzinfo=None)


def _length(written: str, text: str) -> Cell:
    match = _LENGTH.fullmatch(written)
    if match is None:
        return text
    days, hours, minutes, seconds = (int(match[place] or 0) for place in range(2, 6))
    try:
        length = dt.timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        return text
    if match[1] or length >= _DAY:
        return -length if match[1] else length
    return (dt.datetime(2000, 1, 1) + length).time()  # noqa: DTZ001
