"""Ends a piece of work with a client."""

import datetime as dt

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.casework.models import Case, CaseState
from kith.casework.permissions import check_user_may_record_work
from kith.casework.policies import check_can_close_case
from kith.casework.queries import case_for


@transaction.atomic
def close_case(*, viewer: Viewer, case: Case, reason: str, closed_on: dt.date) -> CaseState:
    """Adds the state; nothing is edited. Raises NotAllowedError, NotFoundError, NotPossibleError."""
    client = case.client
    check_user_may_record_work(viewer, client)
    check_can_close_case(case_for(viewer, case.id).state, case.opened_on, closed_on, reason)  # type: ignore[attr-defined]
    state = CaseState.objects.create(
        case=case, state="closed", since=closed_on, reason=reason.strip(), by_name=viewer.actor.name
    )
    record(actor=viewer.actor, deed=Deed("closed", "case", [case.id], (), client.id, client.service_id))
    return state
