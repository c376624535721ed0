"""Seals the rows that are not yet sealed, in batches, and writes each seal down outside the database."""

from collections.abc import Iterator, Mapping

from django.db import transaction
from django_q.models import Schedule

from kith.audit.domain.digest import FIRST, batch_digest, seal_mac
from kith.audit.models import AuditRow, Seal, Trail
from kith.audit.queries import audit_key, reach_of, strands
from kith.audit.witness.anchors import anchors, drop_anchors
from kith.audit.witness.folder import folder_of
from kith.audit.witness.strand import trail_name
from kith.kernel.days import now
from kith.rows.api import every_row

BATCH = 10_000
JOB = "kith.audit.actions.seal.seal_rows"
MINUTES_BETWEEN = 5


@every_row(because="a seal covers the rows of every service")
def seal_rows() -> int:
    """Seal every row committed so far; returns how many."""
    sealed = 0
    while rows := _seal_one_batch():
        sealed += rows
    _drop_anchors()
    return sealed


def seal_regularly() -> None:
    """Let the worker for jobs seal every few minutes."""
    Schedule.objects.update_or_create(
        func=JOB, defaults={"name": "Seal the trail", "schedule_type": Schedule.MINUTES, "minutes": MINUTES_BETWEEN}
    )


@transaction.atomic
def _seal_one_batch() -> int:
    """One sealer at a time. No writer waits for it: rows are read, never written."""
    Trail.objects.select_for_update().get_or_create(number=1)
    last = Seal.objects.order_by("-number").first()
    before = reach_of(last)
    found = list(_unsealed(before))
    if not found:
        return 0
    reach = {**before, **{str(strand): place for strand, place, _ in found}}
    number, previous = (last.number + 1, last.digest) if last else (1, FIRST)
    key, at = audit_key(), now()
    digest = batch_digest(key, previous, (mac for *_, mac in found))
    mac = seal_mac(key, number, at, len(found), reach, digest)
    Seal.objects.create(
        number=number, at=at, rows=len(found), previous=previous, digest=digest, reach=reach, mac=mac
    )  # fmt: skip
    return len(found)


def _unsealed(reach: Mapping[str, int]) -> Iterator[tuple[int, int, str]]:
    """Strand, place and digest of rows beyond the newest seal, strand by strand, as many as one seal takes."""
    room = BATCH
    for strand in strands():
        rows = AuditRow.objects.filter(strand=strand, place__gt=reach.get(str(strand), 0)).order_by("place")
        for place, mac in rows.values_list("place", "mac")[:room]:
            room -= 1
            yield strand, place or 0, mac
        if not room:
            return


def _drop_anchors() -> None:
    """Also those of a sealer that was killed before it had written them down."""
    folder = folder_of(trail_name())
    newest = max(anchors(folder), default=0)
    seals = Seal.objects.filter(number__gt=newest).order_by("number")
    drop_anchors(folder, seals.values_list("number", "digest"))
