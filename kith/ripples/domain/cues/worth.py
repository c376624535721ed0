"""Whether the marks of a sentence can make a change at all; most notes hold none that can, and are put down early."""

from collections.abc import Mapping, Sequence

from kith.ripples.domain.cues.clauses import BREAKS
from kith.ripples.domain.cues.events import IN_THE_PRESENT, SERVICE_TURNS
from kith.ripples.domain.cues.leanings import REASONS
from kith.ripples.domain.cues.lexicon import Mark
from kith.ripples.domain.cues.news import is_news
from kith.ripples.domain.cues.words import Words

_PERFECT = frozenset({"has", "have"})
_IS = frozenset({"is", "are"})
_MAY_TELL = frozenset({"topic", "turn"})
_MAY_BE_NEW = frozenset({"topic", "who", "lean"})
_SERVICE, _CLIENT = "service", "client"
Combine = Mapping[str, Mapping[str, str]]


def worth_reading(words: Words, marks: Sequence[Mark], kinds: set[str], combine: Combine) -> bool:
    """Whether anything could come of it. It never says no to what reading the clauses would find."""
    if "brink" in kinds or ("danger" in kinds and "not" in kinds):
        return True
    if "scope" in kinds and "join" not in kinds and BREAKS.isdisjoint(words.words) and _is_no_fact(marks):
        return False
    if "cue" in kinds or ("turn" in kinds and _can_meet(marks, combine)):
        return True
    why = "join" in kinds and any(mark.carries == "sub" and mark.last in REASONS for mark in marks)
    if ("now" in kinds or why) and not kinds.isdisjoint(_MAY_BE_NEW):
        return True
    perfect = not _PERFECT.isdisjoint(words.words)
    if perfect and "lean" in kinds:
        return True
    told = (perfect and not kinds.isdisjoint(_MAY_TELL)) or ("join" in kinds and not kinds.isdisjoint(_MAY_BE_NEW))
    if told and is_news(words.words):
        return True
    return "who" in kinds and _tells_of_another(words, marks, kinds)


def _tells_of_another(words: Words, marks: Sequence[Mark], kinds: set[str]) -> bool:
    """'Her mate has repainted the fence', 'her mate is walking': of another than the client."""
    told = _PERFECT if "topic" not in kinds else _PERFECT | _IS
    return not told.isdisjoint(words.words) and any(
        mark.kind == "who" and mark.carries.circle != _CLIENT for mark in marks
    )


def _is_no_fact(marks: Sequence[Mark]) -> bool:
    """Of one clause: whether a wish, a plan or a time long past stands over all of it."""
    first = min((mark.start for mark in marks if mark.kind in ("cue", "turn", "topic", "not", "lean")), default=0)
    return any(mark.kind == "scope" and (mark.carries.reach != "after" or mark.start <= first) for mark in marks)


def _can_meet(marks: Sequence[Mark], combine: Combine) -> bool:
    topics = {mark.carries.kind for mark in marks if mark.kind == "topic"}
    service = any(mark.kind == "who" and mark.carries.circle == _SERVICE for mark in marks)
    for mark in marks:
        if mark.kind == "turn":
            name = mark.carries.name
            if name in SERVICE_TURNS:
                if service and name not in IN_THE_PRESENT:
                    return True
            elif name not in IN_THE_PRESENT and not topics.isdisjoint(combine[name]):
                return True
    return False
