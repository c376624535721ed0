"""Compares a whole workbook with what a service holds, and writes the difference at one stroke."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from kith.audit.api import Deed, record_all
from kith.bulk.api import Merge
from kith.casework.api import (
    PlansMerge,
    ReferralsMerge,
    merge_plans,
    merge_referrals,
    merge_sessions,
    merge_signposts,
)
from kith.exchange.actions import rows
from kith.exchange.domain.left_alone import gone_questions, kept_questions
from kith.exchange.workbooks.domain.understanding import Question, Record, SheetUnderstanding, Understanding
from kith.kernel.actors import Actor
from kith.measures.api import merge_readings
from kith.people.api import ClientsMerge, merge_clients, open_pairs
from kith.workforce.api import WorkersMerge, merge_workers


@dataclass(slots=True)
class WorkbookMerge:
    """What a workbook would change, per kind of record; nothing is written until `write()`."""

    service_id: UUID
    import_id: UUID
    workers: WorkersMerge
    clients: ClientsMerge
    referrals: ReferralsMerge
    plans: PlansMerge
    sessions: Merge
    readings: Merge
    signposts: Merge
    questions: list[Question] = field(default_factory=list)

    def by_kind(self) -> dict[str, Merge]:
        """The difference of each kind of record."""
        return {
            "worker": self.workers.workers,
            "client": self.clients.clients,
            "referral": self.referrals.referrals,
            "plan": self.plans.plans,
            "session": self.sessions,
            "reading": self.readings,
            "signpost": self.signposts,
        }

    @property
    def possible_duplicates(self) -> int:
        """Pairs that wait for somebody's decision, the new ones included."""
        return open_pairs(self.service_id) + len(self.clients.pairs)

    def write(self, actor: Actor) -> None:
        """Every table and the audit, within the caller's transaction."""
        parts = (self.workers, self.clients, self.referrals, self.plans, self.sessions, self.readings, self.signposts)
        for part in parts:
            part.write()
        record_all(actor=actor, deeds=self._deeds())

    def _deeds(self) -> Iterable[Deed]:
        yield Deed("imported", "workbook", [self.import_id], service_id=self.service_id)
        changed_persons = set(self.clients.persons.changed_ids)
        changed = {*self.clients.clients.changed_ids, *self._clients_of(changed_persons), *self._clients_of_records()}
        for client_id in (*self.clients.clients.new_ids, *sorted(changed - set(self.clients.clients.new_ids))):
            yield Deed("imported", "client", [client_id], client_id=client_id, service_id=self.service_id)

    def _clients_of(self, persons: set[UUID]) -> Iterable[UUID]:
        ids = self.clients.clients.ids
        return (ids[key] for key, person in self.clients.persons.ids.items() if person in persons)

    def _clients_of_records(self) -> Iterable[UUID]:
        merges = (self.referrals.referrals, self.plans.plans, self.sessions, self.readings, self.signposts)
        for merge in merges:
            place = merge.fields.index("client_id") + 1
            yield from (row[place] for row in merge.rows)
            changed = set(merge.changed_ids)
            yield from (record.values[place - 1] for record in merge.held.values() if record.id in changed)


def merge_workbook(service_id: UUID, import_id: UUID, understood: Understanding, actor: Actor) -> WorkbookMerge:
    """Compare every sheet. Reads the service's records; writes nothing."""
    sheets = {sheet.kind: sheet for sheet in understood.sheets}
    workers = merge_workers(
        service_id, _rows(sheets, "worker", rows.worker_row), import_id, absent=_absent(sheets, "worker")
    )
    seats, staff = workers.seats.ids, workers.workers.ids
    clients = merge_clients(
        service_id,
        _rows(sheets, "client", lambda values: rows.client_row(values, seats)),
        import_id,
        actor.name,
        absent=_absent(sheets, "client"),
    )
    merge = _merge_casework(service_id, import_id, sheets, workers, clients, staff, actor)
    merge.questions = [
        *(() if understood.is_part else gone_questions(merge.by_kind(), sheets)),
        *kept_questions(merge.by_kind(), sheets, clients),
    ]
    return merge


def _merge_casework(
    service_id: UUID,
    import_id: UUID,
    sheets: dict[str, SheetUnderstanding],
    workers: WorkersMerge,
    clients: ClientsMerge,
    staff: dict[Any, UUID],
    actor: Actor,
) -> WorkbookMerge:
    ids = clients.clients.ids
    lead = {
        ids[each.values["client_id"]]: staff.get(each.values.get("worker_id")) for each in _records(sheets, "client")
    }
    referrals = merge_referrals(
        service_id,
        _rows(sheets, "referral", lambda values: rows.referral_row(values, ids)),
        import_id,
        workers=lead,
        opened_by=actor.name,
        absent=_absent(sheets, "referral"),
    )
    plans = _rows(sheets, "plan", lambda values: rows.plan_row(values, ids))
    sessions = _rows(sheets, "session", lambda values: rows.session_row(values, ids, staff))
    readings = _rows(sheets, "reading", lambda values: rows.reading_row(values, ids))
    signposts = _rows(sheets, "signpost", lambda values: rows.signpost_row(values, ids))
    return WorkbookMerge(
        service_id,
        import_id,
        workers,
        clients,
        referrals,
        merge_plans(service_id, plans, import_id, referrals, absent=_absent(sheets, "plan")),
        merge_sessions(service_id, sessions, import_id, referrals, absent=_absent(sheets, "session")),
        merge_readings(service_id, readings, import_id, absent=_absent(sheets, "reading")),
        merge_signposts(service_id, signposts, import_id, absent=_absent(sheets, "signpost")),
    )


def _records(sheets: dict[str, SheetUnderstanding], kind: str) -> Sequence[Record]:
    return sheets[kind].records if kind in sheets else ()


def _rows(sheets: dict[str, SheetUnderstanding], kind: str, make: Any) -> list[Any]:
    return [make(record.values) for record in _records(sheets, kind)]


def _absent(sheets: dict[str, SheetUnderstanding], kind: str) -> frozenset[str]:
    """Fields of a record that the sheet has no column for; all of them when the sheet is not there."""
    if kind not in sheets:
        return frozenset()
    return rows.absent_fields(kind, sheets[kind].fields)
