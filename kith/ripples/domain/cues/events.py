"""Finds the changes a clause tells of, by cues that stand alone and by turns that meet a topic."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kith.ripples.domain.cues.carried import Event, Topic, Turn
from kith.ripples.domain.cues.clauses import Clause
from kith.ripples.domain.cues.dangers import averted_in
from kith.ripples.domain.cues.lexicon import Mark
from kith.ripples.domain.cues.news import is_news
from kith.ripples.domain.cues.words import Words

_FAR = 7
_CLOSE = 2
_CANCELS_BEFORE = 6
_HELD_TURNS = frozenset({"stop", "off", "not", "now", "less", "better", "start", "use"})
IN_THE_PRESENT = frozenset({"use", "gives", "offers", "organises"})
SERVICE_TURNS = {"alters": "gain", "offers": "gain", "withdraws": "harm"}
_ORGANISING = frozenset({"organise", "organises", "closes"})
_HELPS = frozenset({"help", "gives"})
_TURNS_BETWEEN = frozenset({"stop", "less", "lose", "miss", "resolve", "get", "help"})
_ENDINGS = frozenset({"stop", "less", "off"})
_WAS = frozenset({"was", "were", "been", "used"})
_IN_A_STATE = frozenset({"in", "on", "down", "off", "out", "at", "without", "up", "low", "stuck", "behind", "under"})
_LASTING, _OFTEN = "lasting", "often"
_NO_MORE = frozenset({_LASTING, ""})
Combine = Mapping[str, Mapping[str, str]]


def events_of(clause: Clause, earlier: Clause | None, combine: Combine, *, more_follows: bool) -> list[Event]:
    """The changes told as facts in this clause; `earlier` lends its topic to a turn that has none."""
    marks = clause.marks
    near = "brink" in marks or "danger" in marks
    if near and (spared := averted_in(clause, more_follows=more_follows)) is not None:
        return [spared]
    scopes = clause.of("scope")
    if scopes and any(mark.carries.reach != "after" for mark in scopes):
        return []
    found = list(_by_cue(clause)) if "cue" in marks else []
    if "turn" in marks or ("topic" in marks and "now" in marks):
        found += _by_turn(clause, earlier, combine)
    if not found or not (scopes or "not" in marks):
        return found
    return [event for event in found if not _is_unreal(clause, event)]


def leave_what_was(made: Sequence[Clause], told: list[list[Event]], words: Words) -> None:
    """'Was living on toast, has a hot meal now': how bad it was is no harm when the sentence goes on to say what is."""
    for at, (clause, events) in enumerate(zip(made, told, strict=True)):
        if not any(event.direction == "harm" for event in events):
            continue
        goes_on = any(is_news(words.words[each.start : each.end]) for each in made[at + 1 :])
        if goes_on or any(event.direction == "gain" for each in told for event in each):
            events[:] = [event for event in events if not _is_how_it_was(clause, event, words)]


def _is_how_it_was(clause: Clause, event: Event, words: Words) -> bool:
    if event.direction != "harm":
        return False
    before = words.words[max(clause.start, event.at - 3) : event.at]
    first = words.words[event.at]
    return not _WAS.isdisjoint(before) and (first.endswith("ing") or first in _IN_A_STATE)


def _by_cue(clause: Clause) -> Iterator[Event]:
    for mark in clause.of("cue"):
        cue = mark.carries
        words = (mark.start, mark.end)
        direction = "gain" if cue.direction == "harm" and _ended(clause, mark) else cue.direction
        event = Event(
            cue.domain,
            direction,
            mark.start,
            mark.end,
            words,
            3,
            "",
            cue.whom,
            cue.only,
            cue.beyond_plan,
            ended=direction != cue.direction,
            loose=cue.loose,
        )
        if event.direction in ("gain", "harm") and (kept := _kept_before(clause, event)):
            if event.direction == "harm":
                continue
            first, last = min(kept.start, mark.start), max(kept.end, mark.end)
            event = replace(event, direction="maintained", words=(first, last))
        yield event


def _ended(clause: Clause, cue: Mark) -> bool:
    """'Has stopped having nightmares', 'not in bits any more': an ending close before a cue of harm makes it a gain."""
    for mark in clause.of("turn"):
        if mark.carries.name in _ENDINGS and mark.start < cue.start and mark.end <= cue.start <= mark.end + 1:
            return True
    return any(mark.carries in _NO_MORE for mark in clause.of("now")) and _denied(clause, cue.start)


def _kept_before(clause: Clause, event: Event) -> Mark | None:
    """'Still' close before a cue: a gain so told is maintained, a harm is no change."""
    far = 3 if event.direction == "harm" else _CLOSE
    for mark in _keeping(clause):
        if mark.end <= event.at <= mark.end + far:
            return mark
    return next((mark for mark in clause.of("keep") if mark.start >= event.end and mark.end == clause.end), None)


def _keeping(clause: Clause) -> list[Mark]:
    return [*clause.of("keep"), *[mark for mark in clause.of("turn") if mark.carries.name == "keep"]]


def _by_turn(clause: Clause, earlier: Clause | None, combine: Combine) -> list[Event]:
    found: list[Event] = []
    topics = clause.of("topic")
    for mark in clause.of("turn"):
        topic = _topic_for(mark, topics, clause.start, combine)
        if topic is None and mark.carries.earlier and earlier is not None:
            topic = _last_that_fits(mark.carries, earlier.of("topic"), combine)
        if mark.carries.name == "keep" and any(mark.end <= no.start <= mark.end + 1 for no in clause.of("not")):
            continue
        if mark.carries.name in _HELPS and not any(mark.end <= who.start <= mark.end + 5 for who in clause.of("who")):
            continue
        if mark.carries.name in SERVICE_TURNS and _is_new(clause, mark):
            found.append(_altered(mark))
        elif topic is not None and _is_new(clause, mark):
            found.append(_met(mark, topic, combine))
    found += _negated(clause, topics, combine)
    if not found:
        found += _by_habit(clause, topics, combine)
    return [held for event in found if (held := _held(clause, event)) is not None]


def _is_new(clause: Clause, mark: Mark) -> bool:
    """A turn in the present ('goes to') tells a change only beside a word that says it is new."""
    return mark.carries.name not in IN_THE_PRESENT or _says_it_is_new(clause, mark)


def _says_it_is_new(clause: Clause, mark: Mark) -> bool:
    """'Now', 'again' and the like; 'every day' only of what somebody is doing, for what somebody does may be old."""
    return any(news.carries != _OFTEN or mark.last.endswith("ing") for news in clause.of("now"))


def _altered(mark: Mark) -> Event:
    """'Surgery now texts': a turn that tells a change only when a service did it."""
    direction, words = SERVICE_TURNS[mark.carries.name], (mark.start, mark.end)
    return Event(
        "service or system change",
        direction,
        mark.start,
        mark.end,
        words,
        1,
        mark.carries.name,
        "",
        "service",
    )


def _met(mark: Mark, topic: Mark, combine: Combine) -> Event:
    turn, about = mark.carries, topic.carries
    direction = combine[turn.name][about.kind]
    if turn.name in _ORGANISING:
        about = Topic("community capacity", about.kind, "community")
    first, last = min(mark.start, topic.start), max(mark.end, topic.end)
    return Event(
        about.domain,
        direction,
        mark.start,
        mark.end,
        (first, last),
        2,
        turn.name,
        about.whom,
        "",
        about.beyond_plan,
    )


def _topic_for(mark: Mark, topics: list[Mark], first: int, combine: Combine) -> Mark | None:
    """The nearest topic on the side this turn looks to, of a kind it can meet; first what keeps itself up."""
    turn: Turn = mark.carries
    able = combine.get(turn.name, {})
    far = _CLOSE if turn.looks.startswith("close") else _FAR
    best, nearest = None, far + 1
    for topic in topics:
        if topic.carries.kind not in able:
            continue
        if turn.name == "keep" and topic.start == first and topic.carries.kind == "amenity":
            return topic
        if mark.start < topic.start < mark.end:
            away = 0
        elif topic.start >= mark.end and not turn.looks.endswith("left"):
            away = topic.start - mark.end
        elif topic.end <= mark.start and not turn.looks.endswith("right"):
            away = mark.start - topic.end
        else:
            continue
        if away < nearest or (away == nearest and topic.start >= mark.end):
            best, nearest = topic, away
        elif best is not None and topic.start == best.end and topic.start > mark.end:
            best = topic
    return best


def _last_that_fits(turn: Turn, topics: list[Mark], combine: Combine) -> Mark | None:
    able = combine.get(turn.name, {})
    return next((t for t in reversed(topics) if t.carries.kind in able), None)


def _negated(clause: Clause, topics: list[Mark], combine: Combine) -> Iterator[Event]:
    """'Not drinking now', 'no rows this month', 'not been to the club for weeks': ended, when a word says it is new."""
    news = clause.of("now")
    if not news:
        return
    lasting = any(mark.carries == _LASTING for mark in news)
    for mark in clause.of("not"):
        topic = next((t for t in topics if mark.end <= t.start <= mark.end + 3), None)
        if topic is None or any(
            mark.end <= t.start < topic.start and t.carries.name in _TURNS_BETWEEN for t in clause.of("turn")
        ):
            continue
        about: Topic = topic.carries
        if about.kind in ("bad_habit", "trouble") or (lasting and about.kind == "good_habit"):
            direction = combine["stop"][about.kind]
            yield Event(
                about.domain,
                direction,
                mark.start,
                mark.end,
                (mark.start, topic.end),
                2,
                "not",
            )


def _by_habit(clause: Clause, topics: list[Mark], combine: Combine) -> list[Event]:
    """'Now walking', 'swims with her every week': a habit told with a word that says it is new."""
    news = clause.of("now")
    topic = next((t for t in topics if t.carries.kind in ("good_habit", "bad_habit")), None)
    if (
        topic is None
        or any(mark.start < topic.start for mark in clause.of("not"))
        or not _says_it_is_new(clause, topic)
    ):
        return []
    about: Topic = topic.carries
    again = any(mark.carries == "again" for mark in news)
    if about.kind == "bad_habit" and not again:
        return []
    direction = combine["start"][about.kind] if about.kind == "good_habit" else "harm"
    first, last = min(topic.start, news[0].start), max(topic.end, news[-1].end)
    return [Event(about.domain, direction, topic.start, topic.end, (first, last), 1, "now")]


def _held(clause: Clause, event: Event) -> Event | None:
    """'Still off the cigarettes' is a gain maintained; 'still not eating' is no change."""
    if not _keeps(clause, event):
        ends = clause.of("keep") and clause.of("keep")[-1].end == clause.end
        if not ends or event.turn not in ("stop", "off"):
            return event
    if event.direction == "harm":
        return None
    if event.direction != "gain" or event.turn not in _HELD_TURNS:
        return event
    words = (min(event.words[0], _keeping(clause)[0].start), event.words[1])
    return Event(
        event.domain,
        "maintained",
        event.at,
        event.end,
        words,
        event.weight,
        event.turn,
        event.whom,
    )


def _keeps(clause: Clause, event: Event) -> bool:
    return any(mark.end <= event.at <= mark.end + 3 for mark in _keeping(clause) if mark.start != event.at)


def _is_unreal(clause: Clause, event: Event) -> bool:
    """Whether a wish, plan, condition, hearsay or negation stands before the event."""
    if any(mark.start <= event.at for mark in clause.of("scope")):
        return True
    return event.turn != "not" and not event.ended and _denied(clause, event.at)


def _denied(clause: Clause, at: int) -> bool:
    return any(mark.end <= at <= mark.end + _CANCELS_BEFORE for mark in clause.of("not"))
