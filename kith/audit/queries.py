"""Reads the trail."""

import datetime as dt
from collections.abc import Iterator, Mapping
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from kith.audit.models import AuditRow, Seal
from kith.kernel.ids import earliest_id

# Looking, and giving somebody a seat to look from, change no record of the work.
NOT_WORK = (
    "viewed", "listed", "opened", "released", "refreshed", "received", "made", "given", "asked", "looked_in",
    "told", "marked_seen", "questioned", "answered", "closed_glass",
)  # fmt: skip


def audit_key() -> bytes:
    """The key of the chain, from the deployment's secret."""
    return f"audit:{settings.SECRET_KEY}".encode()


def rows_of_client(client_id: UUID) -> QuerySet[AuditRow]:
    """Who saw or changed one client's record, newest first. The caller has checked that it may be seen."""
    return AuditRow.objects.filter(client_id=client_id).order_by("-at", "-id")


def changed_since(service_id: UUID, instant: dt.datetime) -> bool:
    """Whether anybody changed a record of a service since an instant; looking does not count."""
    since = AuditRow.objects.filter(id__gte=earliest_id(instant), at__gt=instant, service_id=service_id)
    return since.exclude(verb__in=NOT_WORK).exists()


def last_seal_at() -> dt.datetime | None:
    """When the newest seal was made; None where none is."""
    return Seal.objects.order_by("-number").values_list("at", flat=True).first()


def reach_of(seal: Seal | None) -> Mapping[str, int]:
    """The last place sealed of each strand, once a seal was made."""
    return seal.reach or {} if seal else {}


def strands() -> Iterator[int]:
    """Every strand that has rows, found by its index without reading the rows."""
    found = AuditRow.objects.filter(strand__isnull=False).order_by("strand").values_list("strand", flat=True)
    strand = found.first()
    while strand is not None:
        yield strand
        strand = found.filter(strand__gt=strand).first()
