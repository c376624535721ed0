"""Cuts the words of a sentence into clauses, so that a wish in one does not colour the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kith.ripples.domain.cues.lexicon import Mark

REASON = "reason"
BREAKS = frozenset(',;:()"-\u2013\u2014')
_AUXILIARIES_TEXT = "it there has have had is are was were does did do will would can could be been now then also"
_AUXILIARIES = frozenset(_AUXILIARIES_TEXT.split())
ASIDE = frozenset({"sub", "cond", "rel"})
"""How a clause hangs on another that only says when, why, whether or who."""
_SPLITTING = frozenset({"turn", "cue", "pronoun", "scope", "join", "now"})


_NONE: list[Mark] = []


@dataclass(slots=True)
class Clause:
    """A run of words with its marks by kind; `joined` is how it hangs on what went before."""

    start: int
    end: int
    joined: str
    marks: dict[str, list[Mark]] = field(default_factory=dict)

    def of(self, kind: str) -> list[Mark]:
        """The marks of one kind, from left to right."""
        return self.marks.get(kind, _NONE)


def clauses(words: Sequence[str], marks: Sequence[Mark]) -> list[Clause]:
    """The clauses of a sentence, from left to right."""
    if BREAKS.isdisjoint(words) and not any(mark.kind == "join" or mark.carries == REASON for mark in marks):
        return [_whole(words, marks)] if words else []
    by_start: dict[int, list[Mark]] = {}
    for mark in marks:
        by_start.setdefault(mark.start, []).append(mark)
    made: list[Clause] = []
    begin, joined = 0, ""
    for at, end, join in _breaks(words, marks, by_start):
        if at > begin:
            made.append(Clause(begin, at, joined))
            joined = join
        elif join != "comma" or not joined:
            joined = join
        begin = end
    if begin < len(words):
        made.append(Clause(begin, len(words), joined))
    _share_out(made, marks)
    return made


def _whole(words: Sequence[str], marks: Sequence[Mark]) -> Clause:
    """A sentence that is not cut."""
    made = Clause(0, len(words), "")
    for mark in marks:
        made.marks.setdefault(mark.kind, []).append(mark)
    return made


def _breaks(
    words: Sequence[str], marks: Sequence[Mark], by_start: dict[int, list[Mark]]
) -> Iterator[tuple[int, int, str]]:
    """Where one clause ends, where the next begins, and how that hangs on it."""
    joins = {mark.start: mark for mark in reversed(marks) if mark.kind == "join"}
    reasons = {mark.start for mark in marks if mark.kind == "now" and mark.carries == REASON}
    stops = [at for at, word in enumerate(words) if word in BREAKS]
    free = 0
    for at in sorted({*by_start, *stops}):
        if at < free:
            continue
        free = by_start[at][0].end if at in by_start else at + 1
        if at in joins:
            join = joins[at]
            free = join.end
            if join.carries != "and" or _begins_clause(words, by_start, free):
                yield at, free, join.carries
        elif words[at] in BREAKS:
            yield at, at + 1, "comma"
        elif at in reasons:
            yield free, free, "sub"


def _begins_clause(words: Sequence[str], by_start: dict[int, list[Mark]], at: int) -> bool:
    if at >= len(words):
        return False
    here = by_start.get(at, ())
    if words[at] in _AUXILIARIES or any(mark.kind in _SPLITTING for mark in here):
        return True
    who = next((mark for mark in here if mark.kind == "who"), None)
    if who is None or who.end >= len(words):
        return False
    after = by_start.get(who.end, ())
    return words[who.end] in _AUXILIARIES or any(mark.kind in ("turn", "cue") for mark in after)


def _share_out(made: list[Clause], marks: Sequence[Mark]) -> None:
    place = 0
    for mark in marks:
        while place < len(made) and mark.start >= made[place].end:
            place += 1
        if place < len(made) and mark.start >= made[place].start:
            made[place].marks.setdefault(mark.kind, []).append(mark)
