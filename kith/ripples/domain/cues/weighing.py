"""Weighs what the whole sentence speaks for against what one cue says: a cue may stand in a sentence about another."""

from collections.abc import Iterator, Mapping, Sequence

from kith.ripples.domain.cues import who
from kith.ripples.domain.cues.carried import Event
from kith.ripples.domain.cues.clauses import ASIDE, Clause
from kith.ripples.domain.cues.news import is_news
from kith.ripples.domain.cues.votes import Votes, pairs_of
from kith.ripples.domain.cues.who import Subject
from kith.ripples.domain.cues.words import Words

SERVICE_CHANGE, COMMUNITY = "service or system change", "community"
_OF_MANY = frozenset({SERVICE_CHANGE, "community capacity"})
_OF_ONE = _OF_MANY | {"health behaviour"}
"""What a client's gain is not taken for: what is of many, and what belongs to her plan."""
_CUE_WEIGHS, _TURN_WEIGHS, _LEAN_WEIGHS, _LOOSE_WEIGHS, _GUESS_WEIGHS = 1.2, 1.0, 0.5, 0.3, 0.5
_OF_THE_REST = 0.5
_GAIN_WEIGHS = 3.0
_ENOUGH = 1.6
_CUE = 3
Told = tuple[Clause, Event, Subject]
"""A change, the clause that tells it, and whose it is."""


class Weighing:
    """Counts the votes of the words of a sentence."""

    def __init__(self, about: Votes, which_way: Votes) -> None:
        """`about` votes for domains, `which_way` for directions."""
        self._about, self._which_way = about, which_way

    def weighed(self, found: list[Told], made: Sequence[Clause], words: Words) -> list[Told]:
        """The changes, each with the domain for which cue and sentence speak together; of many, its clause most."""
        spoken: dict[int, Mapping[str, float]] = {}
        for clause, event, whose in found:
            if not event.sure:
                event.direction = self._direction(clause, event, words)
            if whose.circle == who.SERVICE:
                event.domain = SERVICE_CHANGE
            elif whose.circle != COMMUNITY and not event.whom:
                spoken = spoken or {each.start: self._spoken_for(each, words) for each in made}
                near = self._spoken_for(clause, words, event) if event.loose else spoken[clause.start]
                others = [spoken[at] for at in spoken if at != clause.start]
                counted = _counted(near, others, _OF_THE_REST if len(found) > 1 else 1.0)
                event.domain = _strongest(counted, event, whose)
        return found

    def _spoken_for(self, clause: Clause, words: Words, but: Event | None = None) -> Mapping[str, float]:
        """What a clause speaks for without those it names, and without words that leave it to the others."""
        unsaid = {at for mark in clause.of("who") for at in range(mark.start, mark.end)}
        if but is not None:
            unsaid.update(range(*but.words))
        return self._about.of([words.words[at] for at in range(clause.start, clause.end) if at not in unsaid])

    def _direction(self, clause: Clause, event: Event, words: Words) -> str:
        """Which way, when no word that tells it was found: for the better unless the words speak for another."""
        if clause.of("keep") and not clause.of("not"):
            return "maintained"
        counted = self._which_way.of(pairs_of(words.words))
        counted[event.direction] = counted.get(event.direction, 0.0) + _GAIN_WEIGHS
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


def _counted(near: Mapping[str, float], others: Sequence[Mapping[str, float]], rest: float) -> Mapping[str, float]:
    if not others:
        return near
    counted = dict(near)
    for other in others:
        for domain, votes in other.items():
            counted[domain] = counted.get(domain, 0.0) + rest * votes
    return counted


def _strongest(counted: Mapping[str, float], event: Event, whose: Subject) -> str:
    best, most = event.domain, counted.get(event.domain, 0.0) + _own_weight(event)
    barred = _OF_ONE if (whose.circle, event.direction) == (who.CLIENT, "gain") else _OF_MANY
    for domain, votes in counted.items():
        if votes > most and domain not in barred:
            best, most = domain, votes
    return best


def _own_weight(event: Event) -> float:
    if event.turn == "leans":
        return _LEAN_WEIGHS if event.sure else _GUESS_WEIGHS
    if event.loose:
        return _LOOSE_WEIGHS
    return _CUE_WEIGHS if event.weight == _CUE else _TURN_WEIGHS
