"""Corrects a reading, with a reason."""

import datetime as dt
from decimal import Decimal

from django.db import transaction

from kith.access.api import Viewer
from kith.measures.models import Reading
from kith.measures.permissions import check_user_may_take_reading
from kith.measures.policies import check_can_take_reading
from kith.measures.queries import instrument
from kith.people.api import amend_record, check_reason


@transaction.atomic
def correct_reading(
    *, viewer: Viewer, reading: Reading, stage: str, taken_on: dt.date, value: Decimal, version: int, reason: str
) -> Reading:
    """Raises NotAllowedError, NotPossibleError, WrongReadingError, StaleError."""
    check_user_may_take_reading(viewer, reading.client)
    check_can_take_reading(stage, taken_on)
    check_reason(reason)
    value_thousandths = instrument(reading.measure).thousandths(value)
    amend_record(
        viewer=viewer, client=reading.client, record_type="reading", kept=reading, version=version, reason=reason,
        changes={"stage": stage, "taken_on": taken_on, "value_thousandths": value_thousandths},
    )  # fmt: skip
    return reading
