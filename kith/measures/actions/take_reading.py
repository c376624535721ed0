"""Takes a reading of a measure."""

import datetime as dt
from decimal import Decimal

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.measures.models import Reading
from kith.measures.permissions import check_user_may_take_reading
from kith.measures.policies import check_can_take_reading
from kith.measures.queries import instrument
from kith.people.api import Client


@transaction.atomic
def take_reading(
    *, viewer: Viewer, client: Client, measure: str, stage: str, taken_on: dt.date, value: Decimal
) -> Reading:
    """Keep a value within the measure's range. Raises NotAllowedError, NotPossibleError, WrongReadingError."""
    check_user_may_take_reading(viewer, client)
    check_can_take_reading(stage, taken_on)
    reading = Reading.objects.create(
        client=client, measure=measure, stage=stage, taken_on=taken_on,
        value_thousandths=instrument(measure).thousandths(value),
    )  # fmt: skip
    record(actor=viewer.actor, deed=Deed("recorded", "reading", [reading.id], (), client.id, client.service_id))
    return reading
