"""Of all a sentence seems to tell, what is worth a person's look: one for each beneficiary, domain and direction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kith.ripples.domain.cues.carried import Event
from kith.ripples.domain.cues.clauses import Clause
from kith.ripples.domain.cues.who import CLIENT, WORKER, Subject

_ASIDE = frozenset({"sub", "cond"})
_STRONG = 2
SERVICE = "service"
_OFFERED = frozenset({"access to care", "community capacity", "social connection", "health behaviour"})
_PLAN = ("health behaviour", "gain")


@dataclass(slots=True)
class Settled:
    """An event, whose it is, and in which clause it was told."""

    clause: Clause
    event: Event
    subject: Subject


def settle(found: Iterable[tuple[Clause, Event, Subject]]) -> list[Settled]:
    """What is proposed, in the order it was told."""
    able = [Settled(*each) for each in found if _counts(each[1], each[2])]
    altered = [each for each in able if each.event.only == SERVICE]
    able = [each for each in able if not any(_is_what_was_altered(each, by) for by in altered)]
    told = {id(each.clause) for each in able if each.event.only != SERVICE}
    able = [each for each in able if each.event.only != SERVICE or id(each.clause) not in told]
    main = [each for each in able if each.clause.joined not in _ASIDE]
    return list(_once(main or [each for each in able if each.clause.joined == "sub"]))


def _is_what_was_altered(each: Settled, by: Settled) -> bool:
    """'The surgery has put on evening appointments': done to nobody, it is no care that the client has had."""
    event = each.event
    if each.clause is not by.clause or each.subject.circle != CLIENT or event.only or event.domain not in _OFFERED:
        return False
    return event.turn != "" or _overlap(event.words, by.event.words)


def _counts(event: Event, subject: Subject) -> bool:
    """A client's progress with a habit belongs to her plan; some cues tell only of some people."""
    if event.only == "others" and subject.circle == CLIENT:
        return False
    if event.only and event.only != "others" and subject.circle != event.only:
        return False
    if event.weight < _STRONG and subject.circle == WORKER:
        return False
    if subject.circle == CLIENT and event.turn == "booked":
        return False
    return event.beyond_plan or not (subject.circle == CLIENT and (event.domain, event.direction) == _PLAN)


def _strength(each: Settled) -> tuple[int, int, int]:
    """The longer a cue the surer; the nearer a turn stands to its topic the surer."""
    event = each.event
    long = event.words[1] - event.words[0]
    return -event.weight, long if event.turn else -long, event.at


def _is_told_twice(one: Settled, other: Settled) -> bool:
    """'He was being put out, she rang with him and he is staying': one change, though the client is named beside it."""
    same = one.event.direction == other.event.direction and (
        one.event.domain == other.event.domain or one.event.direction == "averted"
    )
    apart = one.clause is not other.clause or _overlap(one.event.words, other.event.words)
    return same and apart and CLIENT in (one.subject.circle, other.subject.circle)


def _overlap(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _once(able: list[Settled]) -> Iterator[Settled]:
    """The strongest for each beneficiary: what else the sentence says of the same people is mostly the same change."""
    kept: list[Settled] = []
    for each in sorted(able, key=_strength):
        if any(k.subject.circle == each.subject.circle or _is_told_twice(k, each) for k in kept):
            continue
        kept.append(each)
    yield from sorted(kept, key=lambda each: each.event.at)
