"""Everything that happened with a client, newest first."""

from collections.abc import Iterator

from kith.desk.queries import History
from kith.desk.web.presenters import entries
from kith.desk.web.presenters.entry import Entry


def timeline(history: History) -> list[Entry]:
    """All entries of a history, newest first."""
    return sorted(_entries(history), key=lambda entry: (entry.when, entry.made), reverse=True)


def _entries(history: History) -> Iterator[Entry]:
    yield from map(entries.of_visit, history.sessions)
    yield from map(entries.of_referral, history.referrals)
    yield from map(entries.of_plan, history.plans)
    yield from (entries.of_sign_off(plan) for plan in history.plans if plan.signed_off_on)
    yield from entries.of_readings(history.readings)
    yield from map(entries.of_missed, history.missed)
    yield from map(entries.of_signpost, history.signposts)
    yield from map(entries.of_telling, history.tellings)
    yield from map(entries.of_closing, history.closings)
