"""Finds the changes a clause tells of, by cues that stand alone and by turns that meet a topic."""

from collections.abc import Mapping

from kith.ripples.domain.cues.carried import Event, Scope, Topic, Turn
from kith.ripples.domain.cues.clauses import Clause
from kith.ripples.domain.cues.lexicon import Mark

FAR = 7
_CANCELS_BEFORE = 6
Combine = Mapping[str, Mapping[str, str]]


def events_of(clause: Clause, earlier: Clause | None, combine: Combine) -> list[Event]:
    """The changes told as facts in this clause; `earlier` lends its topic to a turn that has none."""
    if any(_reaches_all(mark.carries) for mark in clause.of("scope")):
        return []
    found = [*_by_cue(clause), *_by_turn(clause, earlier, combine)]
    return [event for event in found if not _is_unreal(clause, event)]


def _by_cue(clause: Clause) -> list[Event]:
    return [
        Event(cue.domain, cue.direction, mark.start, mark.end, (mark.start, mark.end), 3, "", cue.whom, cue.only)
        for mark in clause.of("cue")
        if (cue := mark.carries)
    ]


def _by_turn(clause: Clause, earlier: Clause | None, combine: Combine) -> list[Event]:
    found: list[Event] = []
    topics = clause.of("topic")
    for mark in clause.of("turn"):
        topic = _topic_for(mark, topics, combine)
        if topic is None and mark.carries.earlier and earlier is not None and earlier.of("topic"):
            topic = _last_that_fits(mark.carries, earlier.of("topic"), combine)
        if topic is not None:
            found.append(_met(mark, topic, combine, 2))
    found += _negated(clause, topics, combine)
    if not found:
        found += _by_habit(clause, topics, combine)
    return [_held(clause, event) for event in found]


def _met(mark: Mark, topic: Mark, combine: Combine, weight: int) -> Event:
    turn, about = mark.carries, topic.carries
    direction = combine[turn.name][about.kind]
    first, last = min(mark.start, topic.start), max(mark.end, topic.end)
    return Event(about.domain, direction, mark.start, mark.end, (first, last), weight, turn.name)


def _topic_for(mark: Mark, topics: list[Mark], combine: Combine) -> Mark | None:
    """The nearest topic on the side this turn looks to, of a kind it can meet."""
    turn: Turn = mark.carries
    able = combine.get(turn.name, {})
    right = [t for t in topics if mark.end <= t.start <= mark.end + FAR and t.carries.kind in able]
    left = [t for t in topics if t.end <= mark.start <= t.end + FAR and t.carries.kind in able]
    if turn.looks == "right":
        return right[0] if right else None
    if turn.looks == "left":
        return left[-1] if left else None
    if turn.looks == "left first":
        return left[-1] if left else (right[0] if right else None)
    return right[0] if right else (left[-1] if left else None)


def _last_that_fits(turn: Turn, topics: list[Mark], combine: Combine) -> Mark | None:
    able = combine.get(turn.name, {})
    return next((t for t in reversed(topics) if t.carries.kind in able), None)


def _negated(clause: Clause, topics: list[Mark], combine: Combine) -> list[Event]:
    """'Not drinking now', 'no rows this month': a trouble gone, when a word says that this is new."""
    if not clause.of("now") or not clause.of("not"):
        return []
    found = []
    for mark in clause.of("not"):
        topic = next((t for t in topics if mark.end <= t.start <= mark.end + 3), None)
        between = [t for t in clause.of("turn") if topic and mark.end <= t.start < topic.start]
        if topic is not None and not between and topic.carries.kind in ("bad_habit", "trouble"):
            about: Topic = topic.carries
            direction = combine["stop"][about.kind]
            found.append(Event(about.domain, direction, mark.start, mark.end, (mark.start, topic.end), 2, "not"))
    return found


def _by_habit(clause: Clause, topics: list[Mark], combine: Combine) -> list[Event]:
    """'Now walking', 'swims with her every week': a habit told with a word that says it is new."""
    news = clause.of("now")
    topic = next((t for t in topics if t.carries.kind in ("good_habit", "bad_habit")), None)
    if not news or topic is None:
        return []
    about: Topic = topic.carries
    again = any(mark.carries == "again" for mark in news)
    if about.kind == "bad_habit" and not again:
        return []
    direction = combine["start"][about.kind]
    first, last = min(topic.start, news[0].start), max(topic.end, news[-1].end)
    return [Event(about.domain, direction, topic.start, topic.end, (first, last), 1, "now")]


def _held(clause: Clause, event: Event) -> Event:
    """'Still off the cigarettes': a gain told with a word of keeping is one maintained."""
    keeps = any(mark.end <= event.at <= mark.end + 3 for mark in clause.of("keep"))
    if not keeps or event.direction != "gain" or event.turn not in ("stop", "not", "now", "less"):
        return event
    words = (min(event.words[0], clause.of("keep")[0].start), event.words[1])
    return Event(event.domain, "maintained", event.at, event.end, words, event.weight, event.turn)


def _is_unreal(clause: Clause, event: Event) -> bool:
    """Whether a wish, plan, condition, hearsay or negation stands before the event."""
    if event.turn == "not":
        return any(mark.start < event.at for mark in clause.of("scope"))
    if any(mark.end <= event.at <= mark.end + _CANCELS_BEFORE for mark in clause.of("not")):
        return True
    return any(mark.start <= event.at for mark in clause.of("scope"))


def _reaches_all(scope: Scope) -> bool:
    return scope.reach != "after"
