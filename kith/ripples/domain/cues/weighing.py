"""Weighs what the whole sentence speaks for against what one cue says: a cue may stand in a sentence about another."""

from collections.abc import Iterator, Sequence

from kith.ripples.domain.cues import who
from kith.ripples.domain.cues.carried import Event
from kith.ripples.domain.cues.clauses import ASIDE, Clause
from kith.ripples.domain.cues.news import is_news
from kith.ripples.domain.cues.votes import Votes, pairs_of
from kith.ripples.domain.cues.who import Subject
from kith.ripples.domain.cues.words import Words

SERVICE_CHANGE, COMMUNITY = "service or system change", "community"
_OF_MANY = frozenset({SERVICE_CHANGE, "community capacity"})
_OF_THE_PLAN = frozenset({"health behaviour"})
_CUE_WEIGHS, _TURN_WEIGHS, _LEAN_WEIGHS, _LOOSE_WEIGHS, _GUESS_WEIGHS = 1.2, 1.0, 0.5, 0.3, 0.5
_OF_THE_REST = 0.5
_GAIN_WEIGHS = 2.0
_ENOUGH = 1.6
_CUE = 3


class Weighing:
    """Counts the votes of the words of a sentence."""

    def __init__(self, about: Votes, which_way: Votes) -> None:
        """`about` votes for domains, `which_way` for directions."""
        self._about, self._which_way = about, which_way

    def weighed(self, clause: Clause, event: Event, whose: Subject, words: Words, *, of_many: bool) -> Event:
        """The change, with the domain for which its cue and its sentence speak together; `of_many`: its clause most."""
        if not event.sure:
            event.direction = self._direction(clause, event, words)
        if whose.circle == who.SERVICE:
            event.domain = SERVICE_CHANGE
        elif whose.circle != COMMUNITY and not event.whom:
            event.domain = self._domain(clause, event, whose, words, of_many=of_many)
        return event

    def _domain(self, clause: Clause, event: Event, whose: Subject, words: Words, *, of_many: bool) -> str:
        unsaid = {at for mark in clause.of("who") for at in range(mark.start, mark.end)}
        if event.loose:
            unsaid.update(range(*event.words))
        counted = self._about.of(word for at, word in enumerate(words.words) if at not in unsaid)
        if of_many:
            for domain, votes in self._about.of(words.words[clause.start : clause.end]).items():
                counted[domain] = _OF_THE_REST * counted[domain] + votes
        counted[event.domain] += _own_weight(event)
        barred = _OF_MANY | _OF_THE_PLAN if (whose.circle, event.direction) == (who.CLIENT, "gain") else _OF_MANY
        able = (domain for domain in counted if domain not in barred or domain == event.domain)
        return max(able, key=lambda domain: counted[domain])

    def _direction(self, clause: Clause, event: Event, words: Words) -> str:
        """Which way, when no word that tells it was found: for the better unless the words speak for another."""
        if clause.of("keep") and not clause.of("not"):
            return "maintained"
        counted = self._which_way.of(pairs_of(words.words))
        counted[event.direction] += _GAIN_WEIGHS
        return max(counted, key=lambda direction: counted[direction])

    def plain(
        self, made: Sequence[Clause], words: Words, known: frozenset[str]
    ) -> Iterator[tuple[Clause, Event, Subject]]:
        """What is told in words no list puts together: a fact that is new, and enough words about one thing."""
        for clause in made:
            if clause.joined in ASIDE or clause.of("scope") or clause.of("brink"):
                continue
            if not is_news(words.words[clause.start : clause.end]):
                continue
            counted = self._about.of(words.words)
            best = max(counted, key=lambda domain: counted[domain], default="")
            if best and counted[best] >= _ENOUGH:
                within = (clause.start, clause.end)
                event = Event(best, "gain", clause.start, clause.start, within, 2, "leans", sure=False)
                yield clause, event, who.at_the_head(clause, words, known)
            return


def _own_weight(event: Event) -> float:
    if event.turn == "leans":
        return _LEAN_WEIGHS if event.sure else _GUESS_WEIGHS
    if event.loose:
        return _LOOSE_WEIGHS
    return _CUE_WEIGHS if event.weight == _CUE else _TURN_WEIGHS
