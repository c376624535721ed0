"""Notes why a second reading was not taken."""

import datetime as dt

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.kernel.days import today
from kith.measures.models import MissedReading
from kith.measures.permissions import check_user_may_take_reading
from kith.measures.policies import check_can_note_missed
from kith.measures.queries import instrument
from kith.people.api import Client, check_can_happen_on


@transaction.atomic
def note_missed_reading(
    *, viewer: Viewer, client: Client, measure: str, reason: str, noted_on: dt.date | None = None
) -> MissedReading:
    """Declined, not reached or not offered. Raises NotAllowedError, NotPossibleError."""
    check_user_may_take_reading(viewer, client)
    check_can_note_missed(reason)
    check_can_happen_on(noted_on or today(), "note")
    missed = MissedReading.objects.create(
        client=client, measure=instrument(measure).id, reason=reason, noted_on=noted_on or today()
    )
    record(actor=viewer.actor, deed=Deed("recorded", "missed_reading", [missed.id], (), client.id, client.service_id))
    return missed
