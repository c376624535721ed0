"""What a sentence leans to when nothing in it tells a change outright: somebody, a sign that it is new, and a word."""

from collections.abc import Iterator, Sequence

from kith.ripples.domain.cues import who
from kith.ripples.domain.cues.carried import Event
from kith.ripples.domain.cues.clauses import ASIDE, REASON, Clause
from kith.ripples.domain.cues.lexicon import Mark
from kith.ripples.domain.cues.who import CLIENT, WORKER, Subject
from kith.ripples.domain.cues.words import Words

SERVICE = "service"
_OFTEN, _LASTING = "often", "lasting"
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


def leanings(made: Sequence[Clause], words: Words, known: frozenset[str]) -> Iterator[tuple[Clause, Event, Subject]]:
    """The one change the first clause that says anything new may tell; nothing when it is wished, planned or denied."""
    reason = any(_gives_reason(clause) for clause in made)
    for clause in made:
        if clause.joined in ASIDE or clause.of("scope") or clause.of("brink"):
            continue
        whose = who.at_the_head(clause, words, known)
        event = _leaning(clause, words, whose, reason=reason)
        if event is not None:
            yield clause, event, whose
            return


def _gives_reason(clause: Clause) -> bool:
    return clause.joined == "sub" or any(mark.carries == REASON for mark in clause.of("now"))


def _leaning(clause: Clause, words: Words, whose: Subject, *, reason: bool) -> Event | None:
    leans, topics, said = clause.of("lean"), clause.of("topic"), words.words[clause.start : clause.end]
    news = [mark for mark in clause.of("now") if mark.carries not in (_OFTEN, _LASTING)]
    denied = clause.of("not")
    new = bool(news) or reason
    if denied and not leans:
        return None
    if whose.circle == SERVICE and who.is_done_to_client(clause, clause.start, words):
        return None
    good = not leans or (leans[0].carries.good != bool(denied and denied[0].end <= leans[0].start))
    if leans and (new or (not denied and not _PERFECT.isdisjoint(said))):
        return _made(clause, leans[0], leans[0].carries.domain, good=good)
    if whose.circle == CLIENT:
        able = news and not _ABLE.isdisjoint(said) and topics
        return _made(clause, topics[0], topics[0].carries.domain, good=True) if able else None
    if whose.circle == WORKER or not new:
        return None
    if reason or topics or whose.circle not in _NEEDS_NO_MORE:
        return _of_somebody(clause, whose, topics)
    return None


def _of_somebody(clause: Clause, whose: Subject, topics: list[Mark]) -> Event:
    """Somebody else does something new: about its topic, else about what people of that circle mostly take up."""
    domain = _OF_ITSELF[whose.circle]
    topic = next((mark for mark in topics if mark.carries.kind in _GOOD_KINDS), None)
    if topic is not None and whose.circle in _NEEDS_NO_MORE:
        domain = topic.carries.domain
    return _made(clause, None, domain, good=True)


def _made(clause: Clause, mark: Mark | None, domain: str, *, good: bool) -> Event:
    first, last = (mark.start, mark.end) if mark else (clause.start, clause.end)
    return Event(domain, "gain" if good else "harm", clause.start, clause.start, (first, last), 2, "leans")
