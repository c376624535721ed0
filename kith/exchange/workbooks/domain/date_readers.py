"""Readers of days in files where a cell for a day holds other things too."""

import datetime as dt
import re
from collections.abc import Iterable

from kith.exchange.workbooks.domain.outcomes import Aside, CellReader, Outcome
from kith.exchange.workbooks.domain.profile import ColumnProfile
from kith.exchange.workbooks.domain.readings.dates import DateRule, read_date, read_serial
from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.exchange.workbooks.domain.readings.text import shown
from kith.files.api import Cell

WAYS = {"beside", "serial"}
DAY_AS_NUMBER = "day_as_number"
_AROUND = " \t\n-–:;,.()[]"


def date_reader(column: ColumnProfile, rule: DateRule) -> CellReader:
    """A day; with `beside`, words that may stand by it and settle another field; with `serial`, Excel's own count."""
    beside, serial = column.options.get("beside", {}), column.options.get("serial", False)
    words = _pattern(beside["words"]) if beside else None

    def read(cell: Cell) -> Outcome:
        if words and isinstance(cell, str) and (found := words.search(cell)):
            return _with_words(cell, found, rule), Aside(also=(beside["field"], beside["is"]))
        if serial and (day := read_serial(cell, rule)):
            sentence = f"{shown(cell).strip()} is how Excel counts {day:%d/%m/%Y}, and was taken so: please look."
            return day, Aside(question=(DAY_AS_NUMBER, sentence))
        return read_date(cell, rule), None

    return read


def _with_words(cell: str, found: re.Match[str], rule: DateRule) -> dt.date:
    """The day beside the words. Raises CannotReadError when there is none."""
    rest = f"{cell[: found.start()]} {cell[found.end() :]}".strip(_AROUND)
    day = read_date(rest, rule)
    if day is None:
        raise CannotReadError(
            f"{shown(cell).strip()} says what became of it and not when. Write the day beside it, such as "
            f"28/02/2025 {found[0]}."
        )
    return day


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
