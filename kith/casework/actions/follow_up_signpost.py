"""Says what became of a signpost."""

from django.db import transaction

from kith.access.api import Viewer
from kith.casework.models import Signpost
from kith.casework.permissions import check_user_may_record_work
from kith.casework.policies import check_can_follow_up_signpost
from kith.people.api import amend_record


@transaction.atomic
def follow_up_signpost(*, viewer: Viewer, signpost: Signpost, outcome: str, version: int) -> Signpost:
    """Taken up, not taken up, or not known. Raises NotAllowedError, NotPossibleError, StaleError."""
    check_user_may_record_work(viewer, signpost.client)
    check_can_follow_up_signpost(outcome)
    amend_record(
        viewer=viewer, client=signpost.client, record_type="signpost", kept=signpost, version=version,
        verb="followed_up", changes={"outcome": outcome}, reason="Followed up",
    )  # fmt: skip
    return signpost
