"""Tables of notes cut to a period, as people's answers stand now."""

from kith.analytics.engine import expressions as x
from kith.analytics.engine.expressions import Table

OF_A_PERSON = ("client", "fifth", "ethnicity_group", "evaluation")


def notes(notes_written: Table, stopped: Table, notes_otherwise: Table) -> Table:
    """Notes under visits and calls of the period; those of people who say no by now are unread, whatever was done, and
    those corrected or restricted since they were read are no longer read."""
    seen = x.flagged(notes_written.filter(x.in_period(notes_written.day)), stopped, "client")
    since = notes_otherwise.select("session", now="standing")
    seen = seen.left_join(since, "session").select(seen, "now")
    changed = (seen.standing == "read") & seen.now.notnull()
    return seen.mutate(
        evaluation=x.cases((seen.flagged, "no"), else_=seen.evaluation),
        standing=x.cases((seen.flagged, "unread"), (changed, seen.now), else_=seen.standing),
    ).drop("now")


def notes_by_person(notes_written: Table, stopped: Table, notes_otherwise: Table) -> Table:
    """One row a person and what became of her notes of the period, with how many there are."""
    each = notes(notes_written, stopped, notes_otherwise)
    return each.group_by(*OF_A_PERSON, "standing").aggregate(notes=each.count())


def people_with_notes(notes_written: Table, stopped: Table, notes_otherwise: Table) -> Table:
    """One row a person with a note in the period."""
    return notes(notes_written, stopped, notes_otherwise).select(*OF_A_PERSON).distinct()


def quiet_notes(notes_written: Table, stopped: Table, notes_otherwise: Table) -> Table:
    """Notes that were read and in which nothing was found."""
    read = notes(notes_written, stopped, notes_otherwise)
    return read.filter((read.standing == "read") & (read.found == 0))


def sentences(sentences_found: Table, found_now: Table) -> Table:
    """Sentences found in notes of the period that may be used now, with what became of each."""
    seen = sentences_found.filter(x.in_period(sentences_found.told_on)).semi_join(found_now, "telling")
    became = x.cases((seen.state != "proposed", seen.state), (seen["first"] == "", "waiting"), else_="not_sure")
    answer = x.cases((seen.decided != "", seen.decided), (seen["first"] != "", "not_sure"), else_="unanswered")
    in_frame = seen.frame != ""
    return seen.select(
        "sentence", "telling", "client", "frame", "first", "second", "read_twice",
        became=became, answer=answer, in_frame=in_frame, drawn=in_frame & seen.place.notnull(),
        by_two=seen.read_twice & (seen.second != ""), agreed=seen["first"] == seen.second,
    )  # fmt: skip
