"""Days and periods, in Europe/London, both ends inclusive."""

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kith.kernel.errors import KithError

LONDON = ZoneInfo("Europe/London")


class WrongPeriodError(KithError):
    """The two ends of a period do not make one."""


def today() -> dt.date:
    """The day it is in London."""
    return dt.datetime.now(tz=LONDON).date()


def now() -> dt.datetime:
    """This instant, in UTC."""
    return dt.datetime.now(tz=dt.UTC)


@dataclass(frozen=True)
class Period:
    """A run of days, both ends counted."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if self.last < self.first:
            begins, ends = (f"{day:%d/%m/%Y}" for day in (self.first, self.last))
            raise WrongPeriodError(f"The period ends on {ends}, before it begins on {begins}.")

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    @property
    def whole_months(self) -> bool:
        """Whether it begins with the first day of a month and ends with the last of one."""
        return self.first.day == 1 and self.last.day == monthrange(self.last.year, self.last.month)[1]


def financial_year(day: dt.date) -> Period:
    """The year from 1 April to 31 March that holds a day."""
    start = day.year if (day.month, day.day) >= (4, 1) else day.year - 1
    return Period(dt.date(start, 4, 1), dt.date(start + 1, 3, 31))


def age_on(born: dt.date, day: dt.date) -> int:
    """Whole years lived on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
