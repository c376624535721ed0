"""Writes audit rows, in the transaction of what they tell of."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from kith.audit.domain.digest import row_mac
from kith.audit.models import AuditRow
from kith.audit.queries import audit_key
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
    """Write many rows at once."""
    key, at = audit_key(), now()
    AuditRow.objects.bulk_create([_row(key, at, actor, deed) for deed in deeds], batch_size=2000)


def _row(key: bytes, at: dt.datetime, actor: Actor, deed: Deed) -> AuditRow:
    row_id, record_ids = new_id(), [str(each) for each in deed.record_ids]
    mac = row_mac(
        key,
        row_id=row_id, at=at, actor_id=actor.id, actor_name=actor.name, verb=deed.verb, service_id=deed.service_id,
        client_id=deed.client_id, record_type=deed.record_type, record_ids=record_ids, fields=deed.fields,
    )  # fmt: skip
    return AuditRow(
        id=row_id, at=at, actor_id=actor.id, actor_name=actor.name, verb=deed.verb, service_id=deed.service_id,
        client_id=deed.client_id, record_type=deed.record_type, record_ids=record_ids, fields=list(deed.fields),
        mac=mac,
    )  # fmt: skip
