"""Random samples of a service's notes."""

import datetime as dt
from uuid import UUID

from django.db.models import Max, Min, QuerySet

from kith.kernel.days import Period, financial_year, today
from kith.ripples.models import NoteRead, Sample


def samples_of(service_id: UUID) -> QuerySet[Sample]:
    """The samples of a service, the earliest period first."""
    return Sample.objects.filter(service_id=service_id).order_by("first")


def next_period(service_id: UUID) -> Period | None:
    """The earliest days not drawn from yet: from the start of a financial year to its end, or to today."""
    drawn_to = samples_of(service_id).aggregate(last=Max("last"))["last"]
    notes = NoteRead.objects.filter(service_id=service_id)
    if drawn_to:
        notes = notes.filter(noted_on__gt=drawn_to)
    earliest = notes.aggregate(first=Min("noted_on"))["first"]
    if earliest is None:
        return None
    year = financial_year(earliest)
    first = max(year.first, drawn_to + dt.timedelta(days=1)) if drawn_to else year.first
    last = min(year.last, today())
    return Period(first, last) if first <= last else None


def has_ended(period: Period) -> bool:
    """Whether the financial year of a period is over."""
    return period.last < today() and period.last == financial_year(period.last).last
