"""Writes audit rows, in the transaction of what they tell of."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError

from kith.audit.domain.digest import Position, row_mac
from kith.audit.models import AuditRow
from kith.audit.queries import audit_key
from kith.audit.witness.notes import End
from kith.audit.witness.strand import Strand, drop_strand, strand_in_hand
from kith.kernel.actors import Actor
from kith.kernel.days import now
from kith.kernel.ids import new_id


@dataclass(frozen=True)
class Deed:
    """What is to be written down: a verb over records, of one client or of none."""

    verb: str
    record_type: str
    record_ids: Sequence[UUID] = ()
    fields: Sequence[str] = ()
    client_id: UUID | None = None
    service_id: UUID | None = None


def record(*, actor: Actor, deed: Deed) -> None:
    """Write one row."""
    record_all(actor=actor, deeds=[deed])


def record_all(*, actor: Actor, deeds: Iterable[Deed]) -> None:
    """Write many rows at once, one after another on the strand this thread holds.

    A server may still be committing what the strand's last writer asked for before it was killed. It lets our rows wait
    until that is settled, and refuses them where the other's stand by then: ours go on behind those.
    """
    wanted = list(deeds)
    if not wanted:
        return
    strand = strand_in_hand()
    rows = list(_rows(strand, actor, wanted))
    try:
        with strand.where_another_may_come_first():
            _insert(rows)
    except IntegrityError:
        drop_strand()
        if not strand.is_longer_than_known:
            raise
        record_all(actor=actor, deeds=wanted)
    else:
        strand.goes_on(End(rows[-1].place or 0, rows[-1].mac))


def _insert(rows: list[AuditRow]) -> None:
    """One row in one statement: the framework would begin and end a transaction for it."""
    if len(rows) == 1:
        rows[0].save(force_insert=True)
    else:
        AuditRow.objects.bulk_create(rows, batch_size=2000)


def _rows(strand: Strand, actor: Actor, deeds: Iterable[Deed]) -> Iterator[AuditRow]:
    key, at, end = audit_key(), now(), strand.end
    for place, deed in enumerate(deeds, start=end.place + 1):
        row = _row(key, at, actor, deed, Position(strand.trail, strand.number, place, end.mac))
        end = End(place, row.mac)
        yield row


def _row(key: bytes, at: dt.datetime, actor: Actor, deed: Deed, position: Position) -> AuditRow:
    row_id, record_ids = new_id(), [str(each) for each in deed.record_ids]
    mac = row_mac(
        key,
        row_id=row_id, at=at, actor_id=actor.id, actor_name=actor.name, verb=deed.verb, service_id=deed.service_id,
        client_id=deed.client_id, record_type=deed.record_type, record_ids=record_ids, fields=deed.fields,
        position=position,
    )  # fmt: skip
    return AuditRow(
        id=row_id, at=at, actor_id=actor.id, actor_name=actor.name, verb=deed.verb, service_id=deed.service_id,
        client_id=deed.client_id, record_type=deed.record_type, record_ids=record_ids, fields=list(deed.fields),
        mac=mac, strand=position.strand, place=position.place,
    )  # fmt: skip
