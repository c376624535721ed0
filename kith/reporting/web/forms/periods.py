"""The periods that are offered by name."""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.kernel.days import Period, financial_year
from kith.ui.words import day

OWN = "own"
NAMES = {
    "this_year": gettext_lazy("This financial year"),
    "last_year": gettext_lazy("Last financial year"),
    "last_quarter": gettext_lazy("Last quarter"),
}


@dataclass(frozen=True)
class Offered:
    """A period with its name and its words."""

    name: str
    words: str | Promise
    period: Period


def offered_on(today: dt.date) -> list[Offered]:
    """This and last financial year, and the last whole quarter."""
    this_year = financial_year(today)
    last_year = financial_year(this_year.first - dt.timedelta(days=1))
    periods = {"this_year": this_year, "last_year": last_year, "last_quarter": last_quarter(today)}
    return [Offered(name, _words(name, period), period) for name, period in periods.items()]


def last_quarter(today: dt.date) -> Period:
    """The last whole quarter before a day."""
    start = dt.date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    last = start - dt.timedelta(days=1)
    return Period(dt.date(last.year, last.month - 2, 1), last)


def _words(name: str, period: Period) -> str:
    return _("%(name)s (%(first)s to %(last)s)") % {
        "name": NAMES[name],
        "first": day(period.first),
        "last": day(period.last),
    }
