"""The days a sheet covers."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

DAY_OF_KIND: dict[str, str] = {
    "client": "first_contact_on",
    "referral": "received_on",
    "plan": "set_on",
    "session": "held_on",
    "reading": "taken_on",
    "signpost": "made_on",
}


@dataclass(frozen=True)
class Days:
    """The field that dates a kind of record, and the first and last day of a sheet."""

    field: str
    first: dt.date
    last: dt.date


def days_of(records: Iterable[Any], kind: str) -> Days | None:
    """The days a sheet covers, or None when its rows are not dated."""
    name = DAY_OF_KIND.get(kind, "")
    days = [each.values[name] for each in records if each.values.get(name)]
    return Days(name, min(days), max(days)) if days else None
