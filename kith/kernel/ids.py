"""Identifiers: made by the writer, sorted by time."""

import datetime as dt
from functools import lru_cache
from uuid import UUID

import uuid_utils.compat as uuid_utils

from kith.kernel.days import LONDON

MILLISECONDS_OF_AN_HOUR = 3_600_000


def new_id() -> UUID:
    """A new UUIDv7."""
    return uuid_utils.uuid7()


def made_on(record_id: UUID) -> dt.date:
    """The day in London on which an id was made, which is when its record was written down."""
    return _day_of_hour((record_id.int >> 80) // MILLISECONDS_OF_AN_HOUR)


@lru_cache(maxsize=4096)
def _day_of_hour(hour: int) -> dt.date:
    """Days begin on the hour, in winter and in summer; few hours hold many records."""
    return dt.datetime.fromtimestamp(hour * 3600, LONDON).date()


def earliest_id(instant: dt.datetime) -> UUID:
    """The least id that may be made in the millisecond of an instant, to look for what was made since."""
    return UUID(int=int(instant.timestamp() * 1000) << 80 | 0x7 << 76 | 0x2 << 62)
