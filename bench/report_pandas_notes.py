"""The figures of notes by pandas."""

from collections.abc import Generator, Iterator

import numpy as np
import pandas as pd

from kith.reporting.domain.usable import UsableNow

YES, NO = ["accept", "yes"], ["reject", "no"]
Rows = Iterator[tuple[str, str, float]]


def notes_figures(notes: pd.DataFrame, sentences: pd.DataFrame, usable: UsableNow) -> Rows:
    """Of a period: what became of the notes, what was found in them, what samples say, how far two agree."""
    changed = notes["session"].map(usable.notes or {}).where(notes["standing"] == "read")
    notes["standing"] = changed.fillna(notes["standing"])
    said_no = notes["client"].isin(usable.stopped)
    notes.loc[said_no, "evaluation"] = "no"
    notes.loc[said_no, "standing"] = "unread"
    yield from _written(notes)
    sentences = sentences[sentences["telling"].isin(usable.found)].copy()
    unread = np.where(sentences["first"] == "", "waiting", "not_sure")
    sentences["became"] = sentences["state"].where(sentences["state"] != "proposed", unread)
    unsure = np.where(sentences["first"] == "", "unanswered", "not_sure")
    sentences["answer"] = sentences["decided"].where(sentences["decided"] != "", unsure)
    sentences["in_frame"] = sentences["frame"] != ""
    sentences["drawn"] = sentences["in_frame"] & sentences["place"].notna()
    yield "notes.found", "", len(sentences)
    yield "notes.judged", "", (~sentences["became"].isin(["waiting", "withdrawn"])).sum()
    yield from _each("notes.became", sentences["became"])
    quiet = notes[(notes["standing"] == "read") & (notes["found"] == 0)]
    yield "notes.quiet", "", len(quiet)
    right, covered = yield from _sample("", sentences)
    missed, quiet_covered = yield from _sample("quiet_", quiet)
    yield from (("notes.right", "", right), ("notes.right_share", "", right / covered))
    yield from (("notes.missed", "", missed), ("notes.missed_share", "", missed / quiet_covered))
    yield "notes.share_found", "", right / (right + missed)
    yield from _two_readers(sentences[sentences["read_twice"] & (sentences["second"] != "")])


def _written(notes: pd.DataFrame) -> Rows:
    unread = notes["standing"] == "unread"
    yield from (("notes.written", "", len(notes)), ("notes.allowed", "", (~unread).sum()))
    yield from ((f"notes.{standing}", "", n) for standing, n in notes["standing"].value_counts().items())
    yield from _each("notes.unread_why", notes.loc[unread, "evaluation"])
    for name, column in (("fifth", "fifth"), ("ethnicity", "ethnicity_group")):
        for of, rows in (("written", notes), ("unread", notes[unread]), ("allowed", notes[~unread])):
            yield from _each(f"notes.{of}_{name}", rows[column])


def _sample(kind: str, rows: pd.DataFrame) -> Generator[tuple[str, str, float], None, tuple[float, float]]:
    """A sample's counts; returns the estimate, and how many it speaks of."""
    inside = rows[rows["in_frame"]]
    yield from _each(f"notes.{kind}in_frame", inside["frame"])
    drawn = inside[inside["drawn"]]
    yield from _each(f"notes.{kind}drawn", drawn["frame"] + ", " + drawn["answer"])
    sure = drawn[drawn["answer"].isin([*YES, *NO])]
    share = sure["answer"].isin(YES).groupby(sure["frame"]).mean()
    there = inside["frame"].value_counts().reindex(share.index)
    return (there * share).sum(), there.sum()


def _two_readers(both: pd.DataFrame) -> Rows:
    yield "notes.read_by_two", "", len(both)
    yield from _each("notes.two_readers", both["first"] + ", " + both["second"])
    same = both["first"] == both["second"]
    yield "notes.two_agree", "", same.sum()
    agreed = same.mean()
    first, second = (both[which].value_counts(normalize=True) for which in ("first", "second"))
    usual = first.add(second, fill_value=0) / 2
    by_chance, guessing = first.mul(second, fill_value=0).sum(), (usual * (1 - usual)).sum() / 2
    yield "notes.agreement", "", agreed
    yield "notes.kappa", "", (agreed - by_chance) / (1 - by_chance)
    yield "notes.ac_one", "", (agreed - guessing) / (1 - guessing)


def _each(name: str, column: pd.Series) -> Rows:
    return ((name, str(value), n) for value, n in column.value_counts().items())
