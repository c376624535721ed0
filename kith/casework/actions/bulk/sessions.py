"""Takes the sessions of a file."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from kith.bulk.api import Held, Merge, prepare_merge
from kith.casework.actions.bulk.referrals import ReferralsMerge
from kith.casework.models import Session
from kith.people.api import amended_fields


class SessionRow(NamedTuple):
    """One session as a file has it."""

    reference: str
    client_id: UUID
    worker_id: UUID | None
    held_on: dt.date
    minutes: int | None
    mode: str
    attended: bool | None
    note: str


FIELDS = (*SessionRow._fields, "case_id")


def merge_sessions(
    service_id: UUID, rows: Sequence[SessionRow], import_id: UUID, cases: ReferralsMerge, *, absent: Iterable[str] = ()
) -> Merge:
    """Compare the file's sessions with those held."""
    held = _held(service_id)
    amended = amended_fields("session", [record.id for record in held.values()])
    incoming: dict[object, tuple[object, ...]] = {}
    for row in rows:
        record = held.get(row.reference)
        case_id = record.values[8] if record else cases.case_of(row.client_id, row.held_on)
        incoming[row.reference] = (*row, case_id)
    return prepare_merge(
        Session, FIELDS, held, incoming, amended=amended, only_new={"import_id": import_id}, absent=absent
    )


def _held(service_id: UUID) -> dict[object, Held]:
    rows = Session.objects.filter(client__service_id=service_id).exclude(reference="")
    columns = rows.values_list("id", "version", "import_id", *FIELDS)
    return {row[3]: Held(row[0], row[1], row[3:], row[2] is not None) for row in columns}
