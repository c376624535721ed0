"""What the sentences of a note before the one being read were about."""

from collections.abc import Sequence

from kith.ripples.domain.cues import who
from kith.ripples.domain.cues.clauses import Clause, clauses
from kith.ripples.domain.cues.lexicon import Mark
from kith.ripples.domain.cues.who import NOBODY, Subject
from kith.ripples.domain.cues.words import Words


class Before:
    """The sentences so far. Most notes never ask; where one does, each sentence is gone through once."""

    def __init__(self) -> None:
        self._unread: list[tuple[Words, Sequence[Mark]]] = []
        self._carried = NOBODY
        self._known: frozenset[str] = frozenset()

    def add(self, words: Words, marks: Sequence[Mark]) -> None:
        """One more sentence."""
        self._unread.append((words, marks))

    def said(self) -> tuple[Subject, frozenset[str]]:
        """Who they were about, and the pronouns used in them for the client."""
        for words, marks in self._unread:
            self._go_through(words, clauses(words.words, marks))
        self._unread.clear()
        return self._carried, self._known

    def _go_through(self, words: Words, made: list[Clause]) -> None:
        self._known |= who.pronouns_of_client(words, made) - {self._carried.gender}
        if made:
            begun = self._carried if begins_with_pronoun(made) else NOBODY
            self._carried = who.subject_before(made[0], made[0].end, words, begun, self._known)


def begins_with_pronoun(made: Sequence[Clause]) -> bool:
    """Whether a sentence speaks on of somebody: 'She ...'."""
    return any(mark.start == made[0].start for mark in made[0].of("pronoun")) if made else False
