"""Which readings are possible."""

import datetime as dt

from kith.kernel.errors import NotPossibleError
from kith.measures.domain.instrument import MISSED_REASONS, STAGES
from kith.people.api import check_can_happen_on


def check_can_take_reading(stage: str, taken_on: dt.date) -> None:
    """A reading belongs to a known stage and to a day that has come. Raises NotPossibleError."""
    if stage not in STAGES:
        raise NotPossibleError("Choose when in the work the questions were asked.")
    check_can_happen_on(taken_on, "reading")


def check_can_note_missed(reason: str) -> None:
    """Raises NotPossibleError."""
    if reason not in MISSED_REASONS:
        raise NotPossibleError("Choose why the questions were not asked.")
