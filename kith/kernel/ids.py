"""Identifiers: made by the writer, sorted by time."""

import datetime as dt
from uuid import UUID

import uuid_utils.compat as uuid_utils


def new_id() -> UUID:
    """A new UUIDv7."""
    return uuid_utils.uuid7()


def earliest_id(instant: dt.datetime) -> UUID:
    """The least id that may be made in the millisecond of an instant, to look for what was made since."""
    return UUID(int=int(instant.timestamp() * 1000) << 80 | 0x7 << 76 | 0x2 << 62)
