"""Signs off a plan."""

import datetime as dt

from django.db import transaction

from kith.access.api import Viewer
from kith.casework.models import Plan
from kith.casework.permissions import check_user_may_record_work
from kith.casework.policies import check_can_sign_off_plan
from kith.people.api import amend_record


@transaction.atomic
def sign_off_plan(*, viewer: Viewer, plan: Plan, outcome: str, signed_off_on: dt.date, version: int) -> Plan:
    """Achieved in full, in part or not. Raises NotAllowedError, NotPossibleError, StaleError."""
    check_user_may_record_work(viewer, plan.client)
    check_can_sign_off_plan(plan, outcome, signed_off_on)
    amend_record(
        viewer=viewer, client=plan.client, record_type="plan", kept=plan, version=version, verb="signed_off",
        changes={"outcome": outcome, "signed_off_on": signed_off_on}, reason="Signed off",
    )  # fmt: skip
    return plan
