"""Corrects a visit, call or message, with a reason."""

from django.db import transaction

from kith.access.api import Viewer
from kith.casework.domain.visit import Visit
from kith.casework.models import Session
from kith.casework.permissions import check_user_may_record_work
from kith.casework.policies import check_can_hold_session
from kith.people.api import amend_record, check_reason


@transaction.atomic
def correct_session(*, viewer: Viewer, session: Session, visit: Visit, version: int, reason: str) -> Session:
    """Raises NotAllowedError, NotPossibleError, StaleError."""
    check_user_may_record_work(viewer, session.client)
    check_can_hold_session(visit)
    check_reason(reason)
    amend_record(
        viewer=viewer, client=session.client, record_type="session", kept=session, changes=visit.fields(),
        version=version, reason=reason,
    )  # fmt: skip
    return session
