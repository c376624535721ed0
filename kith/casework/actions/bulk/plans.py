"""Takes the plans of a file, each with its goal."""

import datetime as dt
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from kith.bulk.api import Held, Merge, held_as, prepare_merge
from kith.casework.actions.bulk.referrals import ReferralsMerge
from kith.casework.models import Goal, Plan
from kith.people.api import amended_in_service


class PlanRow(NamedTuple):
    """One plan as a file has it."""

    reference: str
    client_id: UUID
    issue: str
    issue_words: str
    set_on: dt.date
    signed_off_on: dt.date | None
    outcome: str
    importance: int | None
    confidence: int | None


FIELDS = ("reference", "client_id", "issue", "issue_words", "set_on", "signed_off_on", "outcome", "case_id")
GOAL_FIELDS = ("plan_id", "topic", "importance", "confidence")


@dataclass(slots=True)
class PlansMerge:
    """Plans and goals, written together."""

    plans: Merge
    goals: Merge

    def write(self) -> None:
        """Within the caller's transaction."""
        self.plans.write()
        self.goals.write()


def merge_plans(
    service_id: UUID, rows: Sequence[PlanRow], import_id: UUID, cases: ReferralsMerge, *, absent: Iterable[str] = ()
) -> PlansMerge:
    """Compare the file's plans with those held."""
    held, goals = _held(service_id), _held_goals(service_id)
    amended = amended_in_service(service_id, "plan")
    incoming: dict[object, tuple[object, ...]] = {}
    for row in rows:
        record = held.get(row.reference)
        case_id = record.values[7] if record else cases.case_of(row.client_id, row.set_on)
        incoming[row.reference] = (*row[:7], case_id)
    plans = prepare_merge(
        Plan, FIELDS, held, incoming, amended=amended, only_new={"import_id": import_id}, absent=absent
    )
    aims: dict[object, tuple[object, ...]] = {
        row.reference: (plans.ids[row.reference], row.issue, row.importance, row.confidence) for row in rows
    }
    amended_goals = amended_in_service(service_id, "goal")
    return PlansMerge(
        plans, prepare_merge(Goal, GOAL_FIELDS, goals, aims, amended=amended_goals, only_new={}, absent=absent)
    )


def _held(service_id: UUID) -> dict[Hashable, Held]:
    rows = Plan.objects.filter(client__service_id=service_id).exclude(reference="")
    return held_as(rows.values_list("id", "version", "import_id", *FIELDS))


def _held_goals(service_id: UUID) -> dict[object, Held]:
    """The first goal of each plan that has a reference."""
    rows = Goal.objects.filter(plan__client__service_id=service_id).exclude(plan__reference="").order_by("-id")
    columns = rows.values_list("plan__reference", "id", "version", *GOAL_FIELDS)
    return {row[0]: Held(row[1], row[2], row[3:], imported=False) for row in columns}
