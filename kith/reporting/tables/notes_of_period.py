"""Tables of notes cut to a period, as people's answers stand now."""

from kith.analytics.engine import expressions as x
from kith.analytics.engine.expressions import Table

OF_A_PERSON = ("client", "fifth", "ethnicity_group", "evaluation")


def notes(notes_written: Table, stopped: Table) -> Table:
    """Notes under visits and calls of the period; those of people who say no by now are unread, whatever was done."""
    inside = notes_written.filter(x.in_period(notes_written.day))
    gone = stopped.select("client", stopped=x.literal(True))
    seen = inside.left_join(gone, "client").select(inside, "stopped")
    stopped_since = x.coalesce(seen.stopped, False)
    return seen.select(
        "session",
        "client",
        "day",
        "fifth",
        "ethnicity_group",
        evaluation=x.cases((stopped_since, "no"), else_=seen.evaluation),
        standing=x.cases((stopped_since, "unread"), else_=seen.standing),
    )


def notes_by_person(notes_written: Table, stopped: Table) -> Table:
    """One row a person and what became of her notes of the period, with how many there are."""
    each = notes(notes_written, stopped)
    return each.group_by(*OF_A_PERSON, "standing").aggregate(notes=each.count())


def people_with_notes(notes_written: Table, stopped: Table) -> Table:
    """One row a person with a note in the period."""
    return notes(notes_written, stopped).select(*OF_A_PERSON).distinct()
