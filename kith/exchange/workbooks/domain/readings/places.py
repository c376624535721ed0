"""Postcodes and codes of small areas, by their form alone."""

import re

from kith.exchange.workbooks.domain.readings.text import token
from kith.files.api import Cell

_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})")
_AREA = re.compile(r"[EWS]01[0-9]{6}|N(?:20|21|00)[0-9]{6}|[0-9]{2}[A-Z]{2}[0-9]{2}[A-Z][0-9]|[0-9]{2}[A-Z]{2}[0-9]{2}")


def read_postcode(cell: Cell | None) -> tuple[str, bool]:
    """A postcode with its one space, and whether it has a postcode's form. Blank is ("", True).

    Source of the form: BS 7666; 'GIR 0AA' is no address of a person.
    """
    text = token(cell).upper()
    match = _POSTCODE.fullmatch("".join(text.split()))
    if match:
        return f"{match[1]} {match[2]}", True
    return " ".join(text.split()), not text


def read_area_code(cell: Cell | None) -> tuple[str, bool]:
    """The code of a small area in capitals, and whether it has the form of one. Blank is ("", True).

    England, Wales (LSOA), Scotland (data zone), Northern Ireland (SOA, data zone). Whether such an area
    exists is for the index of deprivation to say.
    """
    code = "".join(token(cell).split()).upper()
    return code, not code or _AREA.fullmatch(code) is not None
