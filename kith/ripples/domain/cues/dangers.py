"""What did not come about: 'was about to lose the flat but', 'has not been back in hospital'."""

from collections.abc import Iterator

from kith.ripples.domain.cues.carried import Event, Scope
from kith.ripples.domain.cues.clauses import Clause
from kith.ripples.domain.cues.lexicon import Mark

_NEAR = 5
_THREATS = frozenset({"threat", "crisis", "trouble"})
_DEAR = frozenset({"good_habit", "prize", "care", "award", "strength", "amenity"})
_OF_ALL = "community capacity"


def averted_in(clause: Clause, *, more_follows: bool) -> Event | None:
    """The danger this clause says was near or did not come; on the brink counts only when the sentence goes on."""
    for mark in clause.of("brink"):
        if mark.carries == "would" or more_follows:
            for start, end, domain in _dangers(clause):
                if mark.end <= start <= mark.end + _NEAR:
                    return _spared(mark, end, domain)
    for danger in clause.of("danger"):
        for mark in clause.of("not"):
            if (
                mark.end <= danger.start <= mark.end + _NEAR
                and all(_is_will(each.carries) for each in clause.of("scope"))
                and not any(mark.end <= said.start < danger.start for said in clause.of("pronoun"))
            ):
                return _spared(mark, danger.end, danger.carries)
    return None


def _dangers(clause: Clause) -> Iterator[tuple[int, int, str]]:
    """From where to where a danger is named, and its domain: by itself, or as something dear that is given up."""
    for mark in clause.of("danger"):
        yield mark.start, mark.end, mark.carries
    for mark in clause.of("cue"):
        if mark.carries.direction == "harm":
            yield mark.start, mark.end, mark.carries.domain
    for topic in clause.of("topic"):
        if topic.carries.kind in _THREATS:
            yield topic.start, topic.end, topic.carries.domain
        elif topic.carries.kind in _DEAR:
            for lost in clause.of("forfeit"):
                if lost.start < topic.start <= lost.end + _NEAR:
                    yield lost.start, topic.end, topic.carries.domain


def _is_will(scope: Scope) -> bool:
    """'Will not be going into care' is no plan but a danger gone."""
    return scope.name == "plan" and scope.reach == "after"


def _spared(mark: Mark, end: int, domain: str) -> Event:
    whom = "community" if domain == _OF_ALL else ""
    return Event(domain, "averted", mark.start, end, (mark.start, end), 3, "spared", whom)
