"""Takes the sessions of a file."""

import datetime as dt
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from kith.bulk.api import Held, Merge, held_as, prepare_merge
from kith.casework.actions.bulk.referrals import ReferralsMerge
from kith.casework.models import Session
from kith.people.api import amended_in_service


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
    amended = amended_in_service(service_id, "session")
    incoming: dict[object, tuple[object, ...]] = {}
    for row in rows:
        record = held.get(row.reference)
        case_id = record.values[8] if record else cases.case_of(row.client_id, row.held_on)
        incoming[row.reference] = (*row, case_id)
    return prepare_merge(
        Session, FIELDS, held, incoming, amended=amended, only_new={"import_id": import_id}, absent=absent
    )


def _held(service_id: UUID) -> dict[Hashable, Held]:
    rows = Session.objects.filter(client__service_id=service_id).exclude(reference="")
    return held_as(rows.values_list("id", "version", "import_id", *FIELDS))
