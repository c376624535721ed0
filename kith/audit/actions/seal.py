"""Seals the rows that are not yet sealed, in batches."""

from django.db import transaction

from kith.audit.domain.digest import FIRST, batch_digest
from kith.audit.models import AuditRow, Seal
from kith.audit.queries import audit_key

BATCH = 10_000


def seal_rows() -> int:
    """Seal every row committed so far; returns how many."""
    sealed = 0
    while rows := _seal_one_batch():
        sealed += rows
    return sealed


@transaction.atomic
def _seal_one_batch() -> int:
    last = Seal.objects.select_for_update().order_by("-number").first()
    rows = list(AuditRow.objects.filter(batch__isnull=True).order_by("id").values_list("id", "mac")[:BATCH])
    if not rows:
        return 0
    number, previous = (last.number + 1, last.digest) if last else (1, FIRST)
    digest = batch_digest(audit_key(), previous, (mac for _, mac in rows))
    Seal.objects.create(number=number, rows=len(rows), previous=previous, digest=digest)
    for start in range(0, len(rows), 500):
        AuditRow.objects.filter(id__in=[row_id for row_id, _ in rows[start : start + 500]]).update(batch=number)
    return len(rows)
