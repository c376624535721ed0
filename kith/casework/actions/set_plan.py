"""Sets a personal health plan with its goals."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.casework.domain.goals import GoalDetails
from kith.casework.models import Goal, Plan
from kith.casework.permissions import check_user_may_record_work
from kith.casework.policies import check_can_set_plan
from kith.casework.queries import open_case_of
from kith.people.api import Client


@transaction.atomic
def set_plan(
    *,
    viewer: Viewer,
    client: Client,
    issue: str,
    set_on: dt.date,
    issue_words: str = "",
    goals: Sequence[GoalDetails] = (),
    reference: str = "",
) -> Plan:
    """A plan in the client's open case, if there is one. Raises NotAllowedError, NotPossibleError."""
    check_user_may_record_work(viewer, client)
    check_can_set_plan(issue, issue_words, set_on, goals)
    plan = Plan.objects.create(
        client=client, case=open_case_of(client), issue=issue.strip(), issue_words=issue_words.strip(), set_on=set_on,
        reference=reference,
    )  # fmt: skip
    Goal.objects.bulk_create(
        Goal(plan=plan, topic=goal.topic.strip(), importance=goal.importance, confidence=goal.confidence)
        for goal in goals
    )
    record(actor=viewer.actor, deed=Deed("recorded", "plan", [plan.id], (), client.id, client.service_id))
    return plan
