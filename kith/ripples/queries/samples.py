"""Random samples of a service's notes, and what the next one would be drawn from."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, IntegerField, Min, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kith.access.api import Viewer, roles
from kith.kernel.days import Period, financial_year, today
from kith.ripples.models import NoteRead, Proposal, Sample
from kith.ripples.queries.in_use import found_now, in_use
from kith.ripples.queries.judgements import standing
from kith.ripples.queries.notes import note_judged, notes_read, readable_notes


def samples_of(service_id: UUID) -> QuerySet[Sample]:
    """The samples of a service, the earliest period first."""
    return Sample.objects.filter(service_id=service_id).order_by("first")


def next_period(service_id: UUID) -> Period | None:
    """The earliest days with a note that were not drawn from: as far as their financial year and today let them go.

    A year whose notes were brought in after a later one was drawn from is among them.
    """
    drawn = list(samples_of(service_id).values_list("first", "last"))
    notes = notes_read(service_id)
    for each in drawn:
        notes = notes.exclude(noted_on__range=each)
    earliest = notes.aggregate(first=Min("noted_on"))["first"]
    if earliest is None or earliest > today():
        return None
    year, a_day = financial_year(earliest), dt.timedelta(days=1)
    first = max([year.first, *(last + a_day for _, last in drawn if last < earliest)])
    last = min([year.last, today(), *(begins - a_day for begins, _ in drawn if begins > earliest)])
    return Period(first, last)


def has_ended(period: Period) -> bool:
    """Whether the financial year of a period is over."""
    return financial_year(period.last).last < today()


def sentences_to_draw(service_id: UUID, period: Period) -> QuerySet[Proposal]:
    """What was found in notes of a period and drawn from by nobody."""
    return found_now(service_id).filter(telling__told_on__range=(period.first, period.last), frame__isnull=True)


def notes_to_draw(service_id: UUID, period: Period) -> QuerySet[NoteRead]:
    """Notes of a period in which nothing was found, and drawn from by nobody."""
    return notes_read(service_id).filter(
        in_use(""), noted_on__range=(period.first, period.last), found=0, frame__isnull=True
    )


@dataclass(frozen=True)
class ToDraw:
    """The next days, how many sentences and notes a draw from them is of, and how many notes it would leave out."""

    period: Period
    sentences: int
    notes: int
    unread: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.sentences and not self.notes


def to_draw(viewer: Viewer, service_id: UUID) -> ToDraw | None:
    """What a draw would be made from today, in a service the viewer manages; None where every day is drawn from."""
    period = next_period(service_id) if viewer.has_role(service_id, roles.SERVICE_MANAGER) else None
    if period is None:
        return None
    written = readable_notes(service_id).filter(held_on__range=(period.first, period.last))
    unread = written.exclude(id__in=notes_read(service_id).values("source_id"))
    sentences, notes = sentences_to_draw(service_id, period), notes_to_draw(service_id, period)
    return ToDraw(period, sentences.count(), notes.count(), unread.count())


def samples_visible_to(viewer: Viewer) -> QuerySet[Sample]:
    """Samples of the services the viewer manages, with what stands of each now.

    `sentences_drawn`, `sentences_read`, `sentences_later` (found since, in notes of the same days); for notes alike.
    """
    mine = Sample.objects.filter(service_id__in=viewer.managed_services).order_by("first")
    sentences, notes = Proposal.objects.filter(in_use("note__")), NoteRead.objects.filter(in_use(""))
    told, noted = _of_the_days("note__service", "telling__told_on"), _of_the_days("service", "noted_on")
    return mine.annotate(
        sentences_drawn=_many(sentences.filter(frame=OuterRef("pk"), place__isnull=False)),
        sentences_read=_many(_judged(sentences).filter(frame=OuterRef("pk"), place__isnull=False)),
        sentences_later=_many(sentences.filter(**told, frame__isnull=True)),
        notes_drawn=_many(notes.filter(frame=OuterRef("pk"), place__isnull=False)),
        notes_read=_many(notes.filter(frame=OuterRef("pk"), place__isnull=False).filter(note_judged())),
        notes_later=_many(notes.filter(**noted, found=0, frame__isnull=True)),
    )


def _of_the_days(service: str, day: str) -> dict[str, Any]:
    return {service: OuterRef("service"), f"{day}__gte": OuterRef("first"), f"{day}__lte": OuterRef("last")}


def _judged(sentences: QuerySet[Proposal]) -> QuerySet[Proposal]:
    return sentences.filter(Exists(standing(proposal=OuterRef("pk"))))


def _many(rows: QuerySet[Any]) -> Coalesce:
    """How many rows there are of each of an outer query."""
    one = rows.order_by().annotate(one=Value(1)).values("one")
    return Coalesce(Subquery(one.annotate(many=Count("pk")).values("many"), output_field=IntegerField()), 0)
