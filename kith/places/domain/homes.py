"""Which small area somebody lives in, and how that is known."""

import datetime as dt
from typing import NamedTuple

from kith.places.domain.postcodes import NO_FIXED_ABODE, is_invented, tidy_postcode

BY_POSTCODE, BY_FILE, OF_NO_FIXED_ABODE = "postcode", "file", "no_fixed_abode"
ENDED, NOT_HELD, ELSEWHERE, NOT_LOOKED_UP, NOTHING = "ended", "not_held", "elsewhere", "not_looked_up", "nothing"
YEARS = ("2011", "2021")


class Found(NamedTuple):
    """What a lookup says of a postcode: its area ('' for none, None when it is not held) and the month it ended."""

    area: str | None
    ended: int


class Home(NamedTuple):
    """The small areas of an address by census year, how the area of one year is known, and whether sources differ."""

    area_2011: str
    area_2021: str
    known_by: str
    differs: bool


def home_of(  # noqa: PLR0913
    *, postcode: str, given: str, on: dt.date | None, found: dict[str, Found | None], year: str
) -> Home:
    """The home of a postcode and an area somebody gave.

    `found` holds for each census year what its lookup says, None where no lookup is held; `on` is the day from which
    the address must have been in use; `year` is the census whose areas are asked for, '' for neither. The postcode
    governs; the area given stands in where it gives none. No fixed abode has no area, whatever was given.
    """
    code = tidy_postcode(postcode)
    if code == NO_FIXED_ABODE:
        return Home("", "", OF_NO_FIXED_ABODE, differs=False)
    looked_up = {each: _area(code, found.get(each), on) for each in YEARS}
    areas = {each: looked_up[each] or given for each in YEARS}
    own = looked_up.get(year, "")
    known_by = BY_POSTCODE if own else BY_FILE if given else _why_not(code, postcode, found.get(year), on)
    return Home(areas["2011"], areas["2021"], known_by, bool(own and given and own != given))


def _area(code: str, found: Found | None, on: dt.date | None) -> str:
    if not code or is_invented(code) or found is None or found.area is None or _ended_before(found.ended, on):
        return ""
    return found.area


def _ended_before(ended: int, on: dt.date | None) -> bool:
    """Whether a postcode had gone out of use before the month of a day; without a day it is taken as in use."""
    return bool(ended and on and ended < on.year * 100 + on.month)


def _why_not(code: str, written: str, found: Found | None, on: dt.date | None) -> str:
    if not written.strip():
        return NOTHING
    if code and is_invented(code):
        return ELSEWHERE
    if found is None:
        return NOT_LOOKED_UP
    return ENDED if found.area is not None and _ended_before(found.ended, on) else NOT_HELD
