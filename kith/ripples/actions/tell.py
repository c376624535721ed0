"""Keeps what somebody told, as a draft to be checked."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.kernel.days import today
from kith.people.api import Client, check_can_happen_on
from kith.ripples.domain.grading import grade_of
from kith.ripples.domain.told import ToldChange
from kith.ripples.models import Telling, TellingState
from kith.ripples.permissions import check_user_may_tell
from kith.ripples.policies import check_can_tell


@transaction.atomic
def tell(
    *,
    viewer: Viewer,
    client: Client,
    told: ToldChange,
    told_on: dt.date | None = None,
    source_room: str = "",
    source_id: UUID | None = None,
) -> Telling:
    """A draft through the client's circle, its grade set from how it is known.

    Raises NotAllowedError, NotPossibleError.
    """
    check_user_may_tell(viewer, client)
    check_can_tell(told)
    check_can_happen_on(told_on or today(), "telling")
    telling = Telling.objects.create(
        service_id=client.service_id, client=client, through="client", beneficiary=told.beneficiary,
        domain=told.domain, direction=told.direction, account=told.account.strip(), relation=told.relation.strip(),
        people_low=told.people_low, people_high=told.people_high, told_on=told_on or today(),
        grade=grade_of(told.how, told.beneficiary, told.told_by), confirmed=told.confirmed, read_back=told.read_back,
        source_room=source_room, source_id=source_id, author_id=viewer.actor.id,
    )  # fmt: skip
    TellingState.objects.create(telling=telling, state="draft", by_id=viewer.actor.id, by_name=viewer.actor.name)
    record(actor=viewer.actor, deed=Deed("recorded", "telling", [telling.id], (), client.id, client.service_id))
    return telling
