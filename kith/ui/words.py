"""How days, times and numbers read on a page."""

import datetime as dt
from decimal import Decimal

from django.utils.translation import gettext, ngettext

from kith.kernel.days import LONDON, today

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day(given: dt.date | dt.datetime | None) -> str:
    """24 June 2024; a blank stays blank."""
    local = _local(given)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}" if local else ""


def short_day(given: dt.date | dt.datetime | None) -> str:
    """24 Jun, with the year when it is not this one."""
    local = _local(given)
    if not local:
        return ""
    words = f"{local.day} {MONTHS[local.month - 1][:3]}"
    return words if local.year == today().year else f"{words} {local.year}"


def clock(given: dt.datetime) -> str:
    """14:02, in London."""
    return f"{given.astimezone(LONDON):%H:%M}"


def minutes(given: int | None) -> str:
    """45 minutes, or 2 hours 5 minutes."""
    if given is None:
        return ""
    hours, rest = divmod(given, 60)
    parts = [ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": count(hours)}] if hours else []
    if rest or not hours:
        parts.append(ngettext("%(n)s minute", "%(n)s minutes", rest) % {"n": rest})
    return " ".join(parts)


def count(given: int | float | Decimal | None, places: int = 0) -> str:
    """12,345, or with decimal places 1,234.5; a blank stays blank."""
    return "" if given is None else f"{given:,.{places}f}"


def nhs_number(given: str | None) -> str:
    """943 476 5919; anything that is not ten digits stays as it is."""
    digits = given or ""
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}" if len(digits) == 10 and digits.isdecimal() else digits


def grouped(given: str) -> str:
    """A long key in fours, as people copy it."""
    return " ".join(given[at : at + 4] for at in range(0, len(given), 4))


def yes_no(given: bool | None) -> str:
    """Yes, No, or Not known for a blank."""
    return gettext("Not known") if given is None else gettext("Yes") if given else gettext("No")


def _local(given: dt.date | dt.datetime | None) -> dt.date | None:
    return given.astimezone(LONDON).date() if isinstance(given, dt.datetime) else given


FILTERS = {
    "day": day, "short_day": short_day, "clock": clock, "minutes": minutes, "count": count,
    "nhs_number": nhs_number, "grouped": grouped, "yes_no": yes_no,
}  # fmt: skip
