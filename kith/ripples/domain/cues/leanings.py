"""What a sentence leans to when nothing in it tells a change outright: somebody, a sign that it is new, and a word."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kith.ripples.domain.cues import who
from kith.ripples.domain.cues.carried import Event
from kith.ripples.domain.cues.clauses import ASIDE, REASON, Clause
from kith.ripples.domain.cues.lexicon import Mark
from kith.ripples.domain.cues.news import is_news
from kith.ripples.domain.cues.who import CLIENT, NOBODY, WORKER, Subject
from kith.ripples.domain.cues.words import Words

SERVICE = "service"
_OFTEN, _LASTING, _STATIC = "often", "lasting", "static"
_PERFECT = frozenset({"has", "have"})
_ABLE = frozenset({"can", "able"})
_NEEDS_NO_MORE = frozenset({"family", "friend", "colleague"})
_OF_ITSELF = {
    "family": "health behaviour",
    "friend": "health behaviour",
    "colleague": "health behaviour",
    "community": "community capacity",
    SERVICE: "service or system change",
    WORKER: "mental wellbeing and confidence",
}
_GOOD_KINDS = frozenset({"good_habit", "prize", "strength", "care", "award", "amenity"})
_BAD_TURNS = frozenset({"lose", "worse", "miss", "fold", "closes", "withdraws"})
_STRUCK_DUMB = {"family": "mental wellbeing and confidence"}
_REASONS_TEXT = "because cos coz cuz bc since after of that"
REASONS = frozenset(_REASONS_TEXT.split())
_EVERYDAY_TEXT = """
been asked told said sent rung phoned called texted written brought booked left given taken gone had moved made seen
come kept spoken talked looked minded emailed posted looking having visiting coming going waiting asking talking
watching today tonight tomorrow always
"""
_EVERYDAY = frozenset(_EVERYDAY_TEXT.split())
"""What somebody may have done without anything being new."""
_TOO = frozenset({"also", "too", "as", "aswell"})
_AGES_TEXT = "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
_AGES = frozenset(_AGES_TEXT.split())
_PLAINLY_NEW_TEXT = "again once more at last for first time finally"
_PLAINLY_NEW = frozenset(_PLAINLY_NEW_TEXT.split())


def leanings(made: Sequence[Clause], words: Words, known: frozenset[str]) -> Iterator[tuple[Clause, Event, Subject]]:
    """The one change the first clause that says anything new may tell; nothing when it is wished, planned or denied."""
    if any(mark.carries.name == _STATIC for clause in made for mark in clause.of("scope")):
        return
    reason = any(_gives_reason(clause, words) for clause in made)
    spoken_of = NOBODY
    for clause in made:
        whose = who.at_the_head(clause, words, known, spoken_of)
        if clause.joined not in ASIDE:
            spoken_of = whose
        if clause.joined in ASIDE or clause.of("scope") or clause.of("brink"):
            continue
        event = _leaning(clause, words, whose, reason=reason)
        if event is not None:
            yield clause, event, whose
            return


def _gives_reason(clause: Clause, words: Words) -> bool:
    if clause.joined == "sub":
        return clause.start > 0 and words.words[clause.start - 1] in REASONS
    return any(mark.carries == REASON for mark in clause.of("now"))


def _leaning(clause: Clause, words: Words, whose: Subject, *, reason: bool) -> Event | None:
    leans, denied = clause.of("lean"), clause.of("not")
    new = reason or bool(_news(clause))
    if whose.circle == SERVICE and who.is_done_to_client(clause, clause.start, words):
        return None
    if (
        leans
        and (new or whose.circle != WORKER)
        and (new or not (denied or _PERFECT.isdisjoint(words.words[clause.start : clause.end])))
    ):
        first = leans[0]
        good = first.carries.good != any(mark.end <= first.start for mark in denied)
        return _made(clause, first, first.carries.domain, good=good)
    if denied:
        return _struck_dumb(clause, whose) if reason and len(denied) == 1 else None
    if whose.circle == CLIENT:
        return _of_client(clause, words)
    if not reason and whose.circle in _NEEDS_NO_MORE and not clause.of("topic"):
        new = new and _is_changed(clause, words)
    told = new or (whose.circle not in (WORKER, SERVICE) and _is_told(clause, words))
    return _of_somebody(clause, whose) if told else None


def _is_changed(clause: Clause, words: Words) -> bool:
    """Neither 'also here' nor 'now eighty'."""
    said = words.words[clause.start : clause.end]
    return not _TOO.intersection(said) and not any(word[0].isdigit() or word in _AGES for word in said)


def _is_plainly_new(clause: Clause, words: Words) -> bool:
    return any(not _PLAINLY_NEW.isdisjoint(words.words[mark.start : mark.end]) for mark in _news(clause))


def _is_told(clause: Clause, words: Words) -> bool:
    """Whether something is said that somebody has done or is doing, and more than what everybody does every day."""
    said = words.words[clause.start : clause.end]
    if not _EVERYDAY.isdisjoint(said) or not clause.of("topic"):
        return False
    habit = any(mark.carries.kind == "good_habit" for mark in clause.of("topic"))
    return is_news(said) or (habit and any(_is_doing(one, other) for one, other in pairwise(said)))


def _is_doing(one: str, other: str) -> bool:
    return one in ("is", "are") and other.endswith("ing")


def _news(clause: Clause) -> list[Mark]:
    return [mark for mark in clause.of("now") if mark.carries not in (_OFTEN, _LASTING)]


def _struck_dumb(clause: Clause, whose: Subject) -> Event | None:
    """'Has not spoken in days since the diagnosis': what somebody else no longer does for a reason is for the worse."""
    if whose.circle not in _NEEDS_NO_MORE:
        return None
    return _made(clause, None, _STRUCK_DUMB.get(whose.circle, "social connection"), good=False)


def _of_client(clause: Clause, words: Words) -> Event | None:
    """'Can send photos now', 'has sleepovers with her girls again'."""
    said = words.words[clause.start : clause.end]
    topics = [mark for mark in clause.of("topic") if mark.carries.kind in _GOOD_KINDS]
    news = _news(clause)
    if not news or len(topics) < len(clause.of("topic")) or any(_is_bad(mark) for mark in clause.of("turn")):
        return None
    plainly = _is_plainly_new(clause, words)
    if not (plainly or (topics and not _ABLE.isdisjoint(said))):
        return None
    domain = topics[0].carries.domain if topics else _OF_ITSELF[WORKER]
    return _made(clause, None, domain, good=True)


def _is_bad(turn: Mark) -> bool:
    return turn.carries.name in _BAD_TURNS


def _of_somebody(clause: Clause, whose: Subject) -> Event | None:
    """Somebody else does something new: about its topic, else about what people of that circle mostly take up.

    'His partner smokes too' says what she does, and of a habit that is bad nothing new.
    """
    if any(mark.carries.kind == "bad_habit" for mark in clause.of("topic")) and not clause.of("turn"):
        return None
    domain = _OF_ITSELF[whose.circle]
    topic = next((mark for mark in clause.of("topic") if mark.carries.kind in _GOOD_KINDS), None)
    if topic is not None and whose.circle in _NEEDS_NO_MORE:
        domain = topic.carries.domain
    made = _made(clause, None, domain, good=not any(_is_bad(mark) for mark in clause.of("turn")))
    made.sure = whose.circle == SERVICE
    return made


def _made(clause: Clause, mark: Mark | None, domain: str, *, good: bool) -> Event:
    first, last = (mark.start, mark.end) if mark else (clause.start, clause.end)
    direction = "gain" if good else "harm"
    return Event(domain, direction, clause.start, clause.start, (first, last), 2, "leans", sure=mark is not None)
