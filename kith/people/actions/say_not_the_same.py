"""Says that two clients who look alike are two people."""

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record_all
from kith.kernel.days import now
from kith.people.models import PossibleDuplicate
from kith.people.permissions import check_user_may_decide_duplicates
from kith.people.policies import check_can_decide_duplicate


@transaction.atomic
def say_not_the_same(*, viewer: Viewer, pair: PossibleDuplicate) -> PossibleDuplicate:
    """Close the question for good. Raises NotAllowedError, NotPossibleError."""
    check_user_may_decide_duplicates(viewer, pair.first, pair.second)
    check_can_decide_duplicate(pair)
    pair.not_the_same_at, pair.decided_by = now(), viewer.actor.name
    pair.save(update_fields=["not_the_same_at", "decided_by"])
    deeds = [
        Deed("said_not_the_same", "possible_duplicate", [pair.id], (), each.id, each.service_id)
        for each in (pair.first, pair.second)
    ]
    record_all(actor=viewer.actor, deeds=deeds)
    return pair
