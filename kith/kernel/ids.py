"""Identifiers: made by the writer, sorted by time."""

from uuid import UUID

import uuid_utils.compat as uuid_utils


def new_id() -> UUID:
    """A new UUIDv7."""
    return uuid_utils.uuid7()
