"""Of all a sentence seems to tell, what is worth a person's look: one for each beneficiary, domain and direction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kith.ripples.domain.cues.carried import Event
from kith.ripples.domain.cues.clauses import Clause
from kith.ripples.domain.cues.who import CLIENT, WORKER, Subject

_ASIDE = frozenset({"sub", "cond"})
_STRONG = 2
_PLAN = ("health behaviour", "gain")


@dataclass(frozen=True, slots=True)
class Settled:
    """An event, whose it is, and in which clause it was told."""

    clause: Clause
    event: Event
    subject: Subject


def settle(found: Iterable[tuple[Clause, Event, Subject]]) -> list[Settled]:
    """What is proposed, in the order it was told."""
    able = [Settled(*each) for each in found if _counts(each[1], each[2])]
    main = [each for each in able if each.clause.joined not in _ASIDE]
    return list(_once(main or [each for each in able if each.clause.joined == "sub"]))


def _counts(event: Event, subject: Subject) -> bool:
    """A client's progress with a habit belongs to her plan; some cues tell only of some people."""
    if event.only == "others" and subject.circle == CLIENT:
        return False
    if event.only and event.only != "others" and subject.circle != event.only:
        return False
    if event.weight < _STRONG and subject.circle == WORKER:
        return False
    return not (subject.circle == CLIENT and (event.domain, event.direction) == _PLAN)


def _once(able: list[Settled]) -> Iterator[Settled]:
    """The strongest for each beneficiary; another domain beside it only from a clause of its own."""
    kept: list[Settled] = []
    for each in sorted(able, key=lambda each: (-each.event.weight, each.event.at)):
        rivals = [k for k in kept if k.subject.circle == each.subject.circle]
        if any(k.clause is each.clause or k.event.domain == each.event.domain for k in rivals):
            continue
        if rivals and each.event.weight < _STRONG:
            continue
        kept.append(each)
    yield from sorted(kept, key=lambda each: each.event.at)
