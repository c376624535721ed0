"""Takes the referrals of a file, and opens a case for each accepted one."""

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from kith.bulk.api import Held, Merge, held_as, insert, prepare_merge
from kith.casework.models import Case, CaseState, Referral
from kith.kernel.ids import new_id
from kith.people.api import amended_in_service


class ReferralRow(NamedTuple):
    """One referral as a file has it."""

    reference: str
    client_id: UUID
    source: str
    received_on: dt.date
    decision: str
    declined_reason: str


@dataclass(slots=True)
class ReferralsMerge:
    """Referrals and the cases they open; `cases` maps a client to (day opened, case), oldest first."""

    referrals: Merge
    cases: dict[UUID, list[tuple[dt.date, UUID]]]
    opened_by: str
    new_cases: list[tuple[UUID, UUID, UUID, UUID | None, dt.date]] = field(default_factory=list)

    def write(self) -> None:
        """Within the caller's transaction."""
        self.referrals.write()
        insert(Case, ("id", "client_id", "referral_id", "worker_id", "opened_on"), self.new_cases)
        states = [(case[0], "open", case[4], self.opened_by) for case in self.new_cases]
        insert(CaseState, ("case_id", "state", "since", "by_name"), states)

    def case_of(self, client_id: UUID, day: dt.date) -> UUID | None:
        """The client's case open on a day: the newest opened by then, else the first."""
        cases = self.cases.get(client_id)
        if not cases:
            return None
        return next((case for opened, case in reversed(cases) if opened <= day), cases[0][1])


def merge_referrals(
    service_id: UUID,
    rows: Sequence[ReferralRow],
    import_id: UUID,
    *,
    workers: Mapping[UUID, UUID | None],
    opened_by: str,
    absent: Iterable[str] = (),
) -> ReferralsMerge:
    """Compare the file's referrals with those held. `workers` maps a client to the worker of a new case."""
    held = _held(service_id)
    amended = amended_in_service(service_id, "referral")
    incoming: dict[object, tuple[object, ...]] = {row.reference: row for row in rows}
    referrals = prepare_merge(
        Referral, ReferralRow._fields, held, incoming, amended=amended, only_new={"import_id": import_id}, absent=absent
    )
    cases, with_case = _cases(service_id)
    merge = ReferralsMerge(referrals, cases, opened_by)
    for row in rows:
        referral_id = referrals.ids[row.reference]
        if row.decision == "accepted" and referral_id not in with_case:
            _open_case(merge, row, referral_id, workers.get(row.client_id))
    for opened in cases.values():
        opened.sort()
    return merge


def _open_case(merge: ReferralsMerge, row: ReferralRow, referral_id: UUID, worker_id: UUID | None) -> None:
    case_id = new_id()
    merge.new_cases.append((case_id, row.client_id, referral_id, worker_id, row.received_on))
    merge.cases.setdefault(row.client_id, []).append((row.received_on, case_id))


def _held(service_id: UUID) -> dict[Hashable, Held]:
    rows = Referral.objects.filter(client__service_id=service_id).exclude(reference="")
    return held_as(rows.values_list("id", "version", "import_id", *ReferralRow._fields))


def _cases(service_id: UUID) -> tuple[dict[UUID, list[tuple[dt.date, UUID]]], set[UUID | None]]:
    cases: dict[UUID, list[tuple[dt.date, UUID]]] = {}
    with_case: set[UUID | None] = set()
    rows = Case.objects.filter(client__service_id=service_id)
    for case_id, client_id, referral_id, opened in rows.values_list("id", "client_id", "referral_id", "opened_on"):
        cases.setdefault(client_id, []).append((opened, case_id))
        with_case.add(referral_id)
    return cases, with_case
