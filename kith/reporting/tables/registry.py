"""Which tables there are, by name, and the expression of each; an argument of a table is another table's name."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import pyarrow as pa

from kith.analytics.engine import expressions as x
from kith.reporting.tables import notes_of_period, of_period, stored_notes, stored_people, stored_readings, stored_work

STORED: Mapping[str, Callable[..., x.Table]] = {
    "people": stored_people.people,
    "activity": stored_people.activity,
    "workforce": stored_people.workforce,
    "timed_sessions": stored_work.timed_sessions,
    "sorted_plans": stored_work.sorted_plans,
    "plan_outcomes": stored_work.plan_outcomes,
    "closings": stored_work.closings,
    "ripple_changes": stored_work.ripple_changes,
    "baselines": stored_readings.baselines,
    "pairs": stored_readings.pairs,
    "missed_spans": stored_readings.missed_spans,
    "notes_written": stored_notes.notes_written,
}
OF_PERIOD: Mapping[str, Callable[..., x.Table]] = {
    "clients": of_period.clients,
    "possible_duplicates": of_period.possible_duplicates,
    "referrals": of_period.referrals,
    "sessions": of_period.sessions,
    "people_seen": of_period.people_seen,
    "plans": of_period.plans,
    "signposts": of_period.signposts,
    "pairs": of_period.pairs,
    "people_with_a_baseline": of_period.people_with_a_baseline,
    "workers": of_period.workers,
    "proposals": of_period.proposals,
    "ripple_changes": of_period.ripple_changes,
    "changes": of_period.changes,
    "change_records": of_period.change_records,
    "notes": notes_of_period.notes,
    "notes_by_person": notes_of_period.notes_by_person,
    "people_with_notes": notes_of_period.people_with_notes,
    "quiet_notes": notes_of_period.quiet_notes,
    "sentences": notes_of_period.sentences,
}


def stored_tables(bases: Mapping[str, pa.Schema]) -> dict[str, x.Table]:
    """The expressions of the tables made when the store is refreshed, each over base tables or earlier ones."""
    known = {name: x.table(name, schema) for name, schema in bases.items()}
    made: dict[str, x.Table] = {}
    for name, make in STORED.items():
        made[name] = _called(make, known, {})
        known[name] = x.table(name, made[name].schema().to_pyarrow())
    return made


def table_of_period(name: str, bases: Mapping[str, pa.Schema], settings: Mapping[str, int]) -> x.Table:
    """The expression of a table cut to a period."""
    made = {stored: table.schema().to_pyarrow() for stored, table in stored_tables(bases).items()}
    known = {each: x.table(each, schema) for each, schema in {**bases, **made}.items()}
    return _called(OF_PERIOD[name], known, settings)


def _called(make: Callable[..., x.Table], known: Mapping[str, x.Table], settings: Mapping[str, Any]) -> x.Table:
    arguments = inspect.signature(make).parameters.values()
    given = {a.name: (settings if a.kind is a.KEYWORD_ONLY else known)[a.name] for a in arguments}
    return make(**given)
