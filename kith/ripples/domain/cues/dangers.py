"""What did not come about: 'was about to lose the flat but', 'has not been back in hospital'."""

from kith.ripples.domain.cues.carried import Event, Scope
from kith.ripples.domain.cues.clauses import Clause
from kith.ripples.domain.cues.lexicon import Mark

_NEAR = 5


def averted_in(clause: Clause, *, more_follows: bool) -> Event | None:
    """The danger this clause says was near or did not come; on the brink counts only when the sentence goes on."""
    for danger in clause.of("danger"):
        for mark in clause.of("brink"):
            if mark.end <= danger.start <= mark.end + _NEAR and (mark.carries == "would" or more_follows):
                return _spared(mark, danger)
        for mark in clause.of("not"):
            if (
                mark.end <= danger.start <= mark.end + _NEAR
                and all(_is_will(each.carries) for each in clause.of("scope"))
                and not any(mark.end <= said.start < danger.start for said in clause.of("pronoun"))
            ):
                return _spared(mark, danger)
    return None


def _is_will(scope: Scope) -> bool:
    """'Will not be going into care' is no plan but a danger gone."""
    return scope.name == "plan" and scope.reach == "after"


def _spared(mark: Mark, danger: Mark) -> Event:
    return Event(
        danger.carries,
        "averted",
        mark.start,
        danger.end,
        (mark.start, danger.end),
        3,
        "spared",
    )
