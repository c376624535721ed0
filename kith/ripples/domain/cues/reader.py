"""Reads one note: its sentences, whose change each may tell of, and which words say so."""

from collections.abc import Iterator
from dataclasses import replace

from kith.ripples.domain.cues import who
from kith.ripples.domain.cues.before import Before, begins_with_pronoun
from kith.ripples.domain.cues.carried import Event
from kith.ripples.domain.cues.clauses import ASIDE, Clause, clauses
from kith.ripples.domain.cues.events import events_of, leave_what_was
from kith.ripples.domain.cues.leanings import leanings
from kith.ripples.domain.cues.lexicon import Mark
from kith.ripples.domain.cues.proposal import Proposal, ReadNote
from kith.ripples.domain.cues.settle import Settled, settle
from kith.ripples.domain.cues.sources import CueList
from kith.ripples.domain.cues.weighing import Told, Weighing
from kith.ripples.domain.cues.who import NOBODY, Subject
from kith.ripples.domain.cues.words import Wording, Words, sentences
from kith.ripples.domain.cues.worth import worth_reading

_NOTHING = ReadNote(False, ())
_WITHHELD = ReadNote(True, ())
SERVICE_CHANGE = "service or system change"


class NotesReader:
    """Reads notes by one version of the lists; `version` says which."""

    def __init__(self, cues: CueList) -> None:
        """`cues` are the lists, ready for reading."""
        self.version = cues.version
        self._cues = cues
        self._wording = Wording(cues.left_out, cues.shortened, cues.lexicon.knows)
        self._weighing = Weighing(cues.about, cues.which_way)

    def read(self, text: str) -> ReadNote:
        """The changes a note may tell of, each with its sentence and cue; none from a note that is withheld."""
        proposals: list[Proposal] = []
        before = Before()
        for start, end, sentence in sentences(text):
            words = self._wording.words_of(sentence)
            marks = self._cues.lexicon.marks(words.words)
            kinds = {mark.kind for mark in marks}
            if "withheld" in kinds or self._cues.guard.holds(words.words, "withheld"):
                return _WITHHELD
            if not words.asked and worth_reading(words, marks, kinds, self._cues.combine):
                found = self._found(words, marks, before)
                for settled in settle(found) if found else ():
                    made = _proposal(start, end, sentence, settled, words)
                    if not (proposals and any(_same_change(made, each) for each in proposals)):
                        proposals.append(made)
            if marks:
                before.add(words, marks)
        return ReadNote(False, tuple(proposals)) if proposals else _NOTHING

    def _found(self, words: Words, marks: list[Mark], before: Before) -> list[Told]:
        made = clauses(words.words, marks)
        combine, last = self._cues.combine, len(made) - 1
        told = [
            events_of(clause, made[at - 1] if at else None, combine, more_follows=at < last)
            for at, clause in enumerate(made)
        ]
        pronouns = who.pronouns_of_client(words, made)
        found: list[Told] = []
        if any(told):
            leave_what_was(made, told, words)
        if any(told):
            found += _with_subjects(made, told, words, pronouns, before)
        if all(event.only or clause.joined in ASIDE for clause, event, _ in found):
            found += leanings(made, words, before.said()[1] | pronouns)
        if not found and all(event.only == who.SERVICE for events in told for event in events):
            found = list(self._weighing.plain(made, words, before.said()[1] | pronouns))
        if not found:
            return found
        if who.through_worker(words):
            found = [(clause, event, who.of_the_worker(whose, words)) for clause, event, whose in found]
        return self._weighing.weighed(found, made, words)


def _with_subjects(
    made: list[Clause],
    told: list[list[Event]],
    words: Words,
    pronouns: frozenset[str],
    before: Before,
) -> Iterator[tuple[Clause, Event, Subject]]:
    carried, known = before.said()
    known |= pronouns - {carried.gender}
    subject = carried if begins_with_pronoun(made) else NOBODY
    kin: Subject | None = None
    last = max(at for at, events in enumerate(told) if events)
    for at, (clause, events) in enumerate(zip(made, told, strict=True)):
        for event in events:
            whose = who.subject_before(clause, event.at, words, subject, known)
            if whose.circle == who.CLIENT and event.domain == "caring and family" and kin is not None:
                whose = kin
            if who.is_by_service(clause, event, whose, words):
                event = replace(event, domain=SERVICE_CHANGE, whom="")
                yield clause, event, whose
                continue
            beneficiary = who.whose_change(clause, event, words, whose)
            if beneficiary == NOBODY and who.is_done_for_another(clause, words, subject):
                beneficiary = subject
            if beneficiary is not None:
                yield clause, event, beneficiary
        if at == last:
            return
        kin = kin or who.kin_in(clause, words)
        subject = who.carried_on(clause, words, subject, known, made[at + 1])


def _same_change(one: Proposal, other: Proposal) -> bool:
    """Whether two sentences of a note tell of one change: it is proposed once, by the first."""
    return one.beneficiary == other.beneficiary and (one.domain, one.direction) == (
        other.domain,
        other.direction,
    )


def _proposal(start: int, end: int, sentence: str, settled: Settled, words: Words) -> Proposal:
    first, last = settled.event.words
    said = " ".join(word for word in words.words[first:last] if word)
    name = settled.event.turn or "cue"
    whose = settled.subject
    cue = f"{name}: {said}"
    return Proposal(
        start,
        end,
        sentence,
        whose.through,
        whose.circle,
        settled.event.domain,
        settled.event.direction,
        cue,
    )
