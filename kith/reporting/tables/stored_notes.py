"""The table of notes made when the store is refreshed."""

from kith.analytics.engine import expressions as x
from kith.analytics.engine.expressions import Table

ETHNICITY_GROUPS = {
    "white": ("A", "B", "C"),
    "mixed": ("D", "E", "F", "G"),
    "asian": ("H", "J", "K", "L"),
    "black": ("M", "N", "P"),
    "other": ("R", "S"),
}


def notes_written(sessions: Table, notes_read: Table, people: Table) -> Table:
    """One row a visit or call with a note: whose, her answer to evaluation, and what became of the note.

    Without a yes it is unread, restricted or not. Restricted since it was read, it is withheld.
    """
    written = sessions.filter(sessions.note != "").select("session", "client", "note", day="held_on")
    read = notes_read.select("session", "found", "frame", "place", "answer", was_withheld=notes_read.withheld)
    groups = [(people.ethnicity.isin(codes), name) for name, codes in ETHNICITY_GROUPS.items()]
    whose = people.select("client", "fifth", "evaluation", ethnicity_group=x.cases(*groups, else_="not_known"))
    of_reading = ("was_withheld", "found", "frame", "place", "answer")
    seen = written.left_join(read, "session").select(written, *of_reading).inner_join(whose, "client")
    standing = x.cases(
        (seen.evaluation != "yes", "unread"),
        (seen.note == "restricted", "withheld"),
        (seen.was_withheld.isnull(), "waiting"),
        (seen.was_withheld, "withheld"),
        else_="read",
    )
    frame = x.coalesce(seen.frame, "")
    return seen.select(
        "session", "client", "day", "fifth", "ethnicity_group", "evaluation", "found",
        standing=standing, frame=frame, in_frame=frame != "", drawn=seen.place.notnull(),
        answer=x.cases((x.coalesce(seen.answer, "") == "", "unanswered"), else_=seen.answer),
    )  # fmt: skip
