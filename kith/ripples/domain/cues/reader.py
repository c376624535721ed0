"""Reads one note: its sentences, whose change each may tell of, and which words say so."""

from collections.abc import Iterator

from kith.ripples.domain.cues import who
from kith.ripples.domain.cues.carried import Event
from kith.ripples.domain.cues.clauses import Clause, clauses
from kith.ripples.domain.cues.events import events_of
from kith.ripples.domain.cues.proposal import Proposal, ReadNote
from kith.ripples.domain.cues.settle import Settled, settle
from kith.ripples.domain.cues.sources import CueList
from kith.ripples.domain.cues.who import NOBODY, Subject
from kith.ripples.domain.cues.words import Words, sentences, words_of

_NOTHING = ReadNote(False, ())
_WITHHELD = ReadNote(True, ())


class NotesReader:
    """Reads notes by one version of the lists; `version` says which."""

    def __init__(self, cues: CueList) -> None:
        """`cues` are the lists, ready for reading."""
        self.version = cues.version
        self._cues = cues

    def read(self, text: str) -> ReadNote:
        """The changes a note may tell of, each with its sentence and cue; none from a note that is withheld."""
        proposals: list[Proposal] = []
        carried, known = NOBODY, frozenset[str]()
        for start, end, sentence in sentences(text):
            words = words_of(sentence, self._cues.left_out)
            marks = self._cues.lexicon.marks(words.words)
            kinds = {mark.kind for mark in marks}
            if "withheld" in kinds:
                return _WITHHELD
            if not marks:
                continue
            if kinds.isdisjoint(("cue", "turn", "now", "not")) and "who" not in kinds:
                continue
            made = clauses(words.words, marks)
            known |= who.pronouns_of_client(words, made) - {carried.gender}
            if not words.asked:
                for settled in settle(self._found(made, words, carried, known)):
                    proposals.append(_proposal(start, end, sentence, settled, words))
            carried = _spoken_of(made, words, carried, known)
        return ReadNote(False, tuple(proposals)) if proposals else _NOTHING

    def _found(
        self, made: list[Clause], words: Words, carried: Subject, known: frozenset[str]
    ) -> Iterator[tuple[Clause, Event, Subject]]:
        subject, earlier = carried if _begins_with_pronoun(made) else NOBODY, None
        for clause in made:
            for event in events_of(clause, earlier, self._cues.combine):
                whose = who.subject_before(clause, event.at, words, subject, known)
                beneficiary = who.whose_change(clause, event, words, whose)
                if beneficiary is not None:
                    yield clause, event, beneficiary
            subject = who.subject_before(clause, clause.end, words, subject, known)
            earlier = clause


def _begins_with_pronoun(made: list[Clause]) -> bool:
    return any(mark.start == made[0].start for mark in made[0].of("pronoun")) if made else False


def _spoken_of(made: list[Clause], words: Words, carried: Subject, known: frozenset[str]) -> Subject:
    """Who the sentence was about, for the pronoun that may begin the next."""
    if not made:
        return carried
    first = made[0]
    return who.subject_before(first, first.end, words, carried if _begins_with_pronoun(made) else NOBODY, known)


def _proposal(start: int, end: int, sentence: str, settled: Settled, words: Words) -> Proposal:
    first, last = settled.event.words
    said = " ".join(word for word in words.words[first:last] if word)
    name = settled.event.turn or "cue"
    whose = settled.subject
    cue = f"{name}: {said}"
    return Proposal(
        start, end, sentence, whose.through, whose.circle, settled.event.domain, settled.event.direction, cue
    )
