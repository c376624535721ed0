"""Accepts or declines a referral."""

import datetime as dt

from django.db import transaction

from kith.access.api import Viewer
from kith.casework.models import Case, CaseState, Referral
from kith.casework.permissions import check_user_may_record_work
from kith.casework.policies import check_can_decide_referral
from kith.casework.queries import open_case_of
from kith.kernel.days import today
from kith.people.api import amend_record
from kith.workforce.api import own_worker, worker_in_seat


@transaction.atomic
def decide_referral(
    *,
    viewer: Viewer,
    referral: Referral,
    decision: str,
    version: int,
    reason: str = "",
    decided_on: dt.date | None = None,
) -> Referral:
    """Accepting opens a case, unless work with the client is open already.

    Raises NotAllowedError, NotPossibleError, StaleError.
    """
    client = referral.client
    check_user_may_record_work(viewer, client)
    check_can_decide_referral(referral, decision, reason)
    amend_record(
        viewer=viewer, client=client, record_type="referral", kept=referral, version=version, verb=decision,
        changes={"decision": decision, "declined_reason": reason.strip() if decision == "declined" else ""},
        reason="Decided",
    )  # fmt: skip
    if decision == "accepted" and open_case_of(client) is None:
        _open_case(viewer, referral, decided_on or today())
    return referral


def _open_case(viewer: Viewer, referral: Referral, day: dt.date) -> None:
    client = referral.client
    worker = worker_in_seat(client.allocated_to_id) or own_worker(viewer, client.service_id)
    case = Case.objects.create(client=client, referral=referral, worker=worker, opened_on=day)
    CaseState.objects.create(case=case, state="open", since=day, by_name=viewer.actor.name)
