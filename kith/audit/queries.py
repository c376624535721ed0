"""Reads the trail, and checks that nobody touched it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from kith.audit.domain.digest import FIRST, batch_digest, row_mac
from kith.audit.models import AuditRow, Seal
from kith.kernel.ids import earliest_id

# Looking, and giving somebody a seat to look from, change no record of the work.
NOT_WORK = ("viewed", "listed", "opened", "released", "refreshed", "received", "made", "given")


@dataclass(frozen=True)
class Verdict:
    """What checking the trail found."""

    rows: int
    seals: int
    faults: tuple[str, ...]


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


def verify() -> Verdict:
    """Check every row against its own digest and every batch against its seal and the seal before."""
    key, previous, faults, count = audit_key(), FIRST, [], 0
    seals = list(Seal.objects.order_by("number"))
    for expected, seal in enumerate(seals, start=1):
        macs = []
        for row in AuditRow.objects.filter(batch=seal.number).order_by("id").iterator(2000):
            count += 1
            macs.append(row.mac)
            faults += _fault_of(key, row)
        if seal.number != expected:
            faults.append(f"Seal {expected} is missing.")
        if len(macs) != seal.rows:
            faults.append(f"Seal {seal.number} covers {seal.rows} rows, and {len(macs)} are there.")
        if seal.previous != previous or seal.digest != batch_digest(key, previous, macs):
            faults.append(f"Seal {seal.number} does not fit its rows or the seal before it.")
        previous = seal.digest
    for row in AuditRow.objects.filter(batch__isnull=True).order_by("id").iterator(2000):
        count += 1
        faults += _fault_of(key, row)
    faults += [f"Audit row {row_id} belongs to no seal." for row_id in _strays({seal.number for seal in seals})]
    return Verdict(rows=count, seals=len(seals), faults=tuple(faults))


def _fault_of(key: bytes, row: AuditRow) -> list[str]:
    mac = row_mac(
        key,
        row_id=row.id, at=row.at, actor_id=row.actor_id, actor_name=row.actor_name, verb=row.verb,
        service_id=row.service_id, client_id=row.client_id, record_type=row.record_type, record_ids=row.record_ids,
        fields=row.fields,
    )  # fmt: skip
    return [] if mac == row.mac else [f"Audit row {row.id} was changed or added by hand."]


def _strays(numbers: set[int]) -> Iterator[UUID]:
    for row_id, batch in AuditRow.objects.exclude(batch__isnull=True).values_list("id", "batch").iterator(2000):
        if batch not in numbers:
            yield row_id
