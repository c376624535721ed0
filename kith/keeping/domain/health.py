"""What is looked at to say how a deployment is. Nothing of a person is."""

import datetime as dt
from dataclasses import dataclass

OLDEST_BACKUP = dt.timedelta(hours=50)
OLDEST_SEAL = dt.timedelta(hours=50)
LONGEST_WAIT = dt.timedelta(minutes=10)
LEAST_FREE = 0.1


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: its name, whether it is well, and what was found, in words."""

    name: str
    is_well: bool
    says: str


def age_in_words(age: dt.timedelta) -> str:
    """An age as people say it: '3 hours ago'."""
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        count = int(age.total_seconds() // length)
        if count >= 1:
            return f"{count} {unit}{'s' * (count != 1)} ago"
    return "just now"


def aged(name: str, at: dt.datetime | None, now: dt.datetime, oldest: dt.timedelta) -> Finding:
    """Something that must not be older than so much."""
    if at is None:
        return Finding(name, False, "never")
    return Finding(name, now - at <= oldest, age_in_words(now - at))
