"""Says whose change it is: who stands before the verb, who was helped, or who was spoken of before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kith.ripples.domain.cues.carried import Event, Who
from kith.ripples.domain.cues.clauses import REASON, Clause
from kith.ripples.domain.cues.lexicon import Mark
from kith.ripples.domain.cues.words import Words

CLIENT, WORKER, SERVICE = "client", "worker", "service"
OF_SERVICE = "service or system change"
_GOVERNING_TEXT = """
with at from about to of by for like than on in near without round after into against beside told asked following
despite via per
"""
_GOVERNING = frozenset(_GOVERNING_TEXT.split())
_SOME_OF_TEXT = "one two three four five some most none many several few couple lot half"
_SOME_OF = frozenset(_SOME_OF_TEXT.split())
_PRONOUN = {"her": "she", "his": "he"}
_BEFORE_A_SUBJECT_TEXT = "and but so then now says said local since because after when new own that"
_BEFORE_A_SUBJECT = frozenset(_BEFORE_A_SUBJECT_TEXT.split())
_WHY = frozenset({"following", "after", "since", "despite", "because"})
_HERS_WHEN_ALONE = frozenset({"colleague", "service", "community"})
_SPOKEN_OF = frozenset({"she", "he", "him"})
_TOLD_TEXT = "told tells says said asked asks rang rings texted phoned showed shows let wants"
_TOLD = frozenset(_TOLD_TEXT.split())
_CARED_FOR = frozenset({"with", "for", "after"})
_CLIENTS = frozenset({"client", "clients", "patient"})
_OFFERED = frozenset({"access to care", "community capacity", "social connection", "health behaviour"})
_BEING = frozenset({"is", "was", "am", "be", "been", "being", "as", "become", "became", "made"})
"""What stands before a trade that somebody has: 'is a porter now' speaks of no workmate."""
_GIVEN = {"family": ("for", "to", "at"), "friend": ("for", "to", "at")}
_ACTING = ("turn", "cue", "who", "pronoun", "scope", "lean", "not", "brink", "forfeit")
_TIMES = frozenset({"year", "years", "month", "months", "week", "weeks"})
_MANY_CLIENTS = frozenset({"clients", "patients"})
_NEAR = 5
_HELPING = frozenset({"help", "gives"})


@dataclass(slots=True)
class Subject:
    """Whose circle and who in it; `gender` is he, she, they or nothing."""

    circle: str = CLIENT
    through: str = CLIENT
    gender: str = ""


NOBODY = Subject()


def subject_before(clause: Clause, at: int, words: Words, carried: Subject, known: frozenset[str]) -> Subject:
    """Who stands before the word at `at`, free of a preposition; else `carried`."""
    before = [mark for mark in (*clause.of("who"), *clause.of("pronoun")) if mark.start < at]
    spoken = [m for m in before if _is_free(m, clause, words) and (m.kind == "pronoun" or _acts(m, clause, words))]
    if not spoken:
        return carried
    last = spoken[0] if len(spoken) == 1 else _last(spoken, words)
    if last.kind == "pronoun":
        return _meant_by(last, clause, words, carried, known)
    return _of_who(last, clause, words)


def _acts(mark: Mark, clause: Clause, words: Words) -> bool:
    return mark.carries.circle != SERVICE or _leads(mark, clause, words)


def _last(spoken: Sequence[Mark], words: Words) -> Mark:
    """The one who stands last; beside her client, before whom she is named, the worker or another."""
    spoken = [mark for mark in spoken if not any(_holds(other, mark) for other in spoken)]
    others = [mark for mark in spoken if mark.kind == "pronoun" or mark.carries.circle != CLIENT]
    spoken = others if others and min(m.start for m in others) == min(m.start for m in spoken) else spoken
    mine = words.herself
    return max(spoken, key=lambda mark: (mark.start, mine and mark.kind == "who" and mark.carries.through == WORKER))


def _holds(mark: Mark, other: Mark) -> bool:
    """'Mums' stands within 'local mums'."""
    return mark.start < other.start and other.end <= mark.end


def at_the_head(clause: Clause, words: Words, known: frozenset[str], carried: Subject = NOBODY) -> Subject:
    """Whoever is named first in the clause, free of a preposition; else `carried`."""
    spoken = [m for kind in ("who", "pronoun") for m in clause.of(kind) if _is_free(m, clause, words)]
    if not spoken:
        return carried
    first = min(spoken, key=lambda mark: mark.start)
    if first.kind == "who" and first.carries.circle == "service" and any(m.kind == "pronoun" for m in spoken):
        return NOBODY
    if first.kind == "pronoun":
        return _meant_by(first, clause, words, carried, known)
    owned = next(
        (m for m in spoken if m.start == first.end and m.kind == "who" and first.end - 1 in words.owning), first
    )
    return _of_who(owned, clause, words)


def _leads(mark: Mark, clause: Clause, words: Words) -> bool:
    """Whether a service is the first to be named: 'rang the surgery' does not make the surgery the one that acts."""
    first = words.words[clause.start]
    if mark.start <= clause.start + 1:
        return mark.start == clause.start or first in _BEFORE_A_SUBJECT or _is_kind_of(clause)
    return first in _WHY and not any(m.start < mark.start and _is_free(m, clause, words) for m in clause.of("who"))


def _is_kind_of(clause: Clause) -> bool:
    """'Podiatry clinic': what stands before it says what kind it is, when nobody acts there."""
    return not any(mark.start == clause.start for kind in _ACTING for mark in clause.of(kind))


def carried_on(clause: Clause, words: Words, carried: Subject, known: frozenset[str], following: Clause) -> Subject:
    """Who the clause that follows speaks of when it does not say: whom its pronoun fits, whoever was helped in this
    clause, or its subject.
    """
    if (meant := _fitting(clause, words, known, following)) is not None:
        return meant
    if clause.joined == "rel" and carried != NOBODY:
        return carried
    for mark in clause.of("turn"):
        if mark.carries.name in _HELPING:
            for person in clause.of("who"):
                near = person.start <= mark.end + 1 or _is_given(person, words)
                if mark.end <= person.start and near and person.carries.gender in ("he", "she", "either"):
                    return _of_who(person, clause, words)
    spoken = at_the_head(clause, words, known, carried)
    if spoken.circle != WORKER or any(mark.start == clause.start for mark in clause.of("pronoun")):
        return spoken
    first = next((mark for mark in clause.of("who") if _is_free(mark, clause, words)), None)
    return _of_who(first, clause, words) if first else carried


def _fitting(clause: Clause, words: Words, known: frozenset[str], following: Clause) -> Subject | None:
    """'Told her best mate about it, she got it': the last one named whom the pronoun can mean."""
    said = next((mark.carries for mark in following.of("pronoun") if mark.start == following.start), "")
    if said not in ("she", "he", "they") or said in known:
        return None
    able = [m for m in clause.of("who") if m.carries.circle != CLIENT and m.carries.gender in (said, "either")]
    people = [mark for mark in able if mark.carries.circle != SERVICE] or able
    return _of_who(people[-1], clause, words) if people else None


def helped(clause: Clause, event: Event, words: Words) -> Subject | None:
    """The person after a verb of helping, or after 'for'."""
    near = range(event.end, event.end + _NEAR + 1)
    after = [m for m in clause.of("who") if m.start in near and m.carries.circle not in (CLIENT, "service")]
    return _of_who(after[0], clause, words) if after else None


def companion(clause: Clause, words: Words) -> Subject | None:
    """The person after 'with', who shares what the client does."""
    for mark in clause.of("who"):
        if mark.start and words.words[mark.start - 1] == "with":
            return _of_who(mark, clause, words)
    return None


def _is_free(mark: Mark, clause: Clause, words: Words) -> bool:
    before = words.words[max(clause.start, mark.start - 2) : mark.start]
    if before and before[-1] in _GOVERNING and not _is_so_long_on(before):
        return before[-1] == "of" and bool(before[:-1]) and before[0] in _SOME_OF
    if before and before[-1] in _BEING and mark.kind == "who" and mark.carries.circle == "colleague":
        return False
    bare = len(before) == 2 and before[0] in ("with", "from", "about", "of", "by")
    return not (bare and not any(mark.start - 1 == other.start for kind in clause.marks for other in clause.of(kind)))


def _is_so_long_on(before: Sequence[str]) -> bool:
    """'Three years on his stepson is still clean': nothing that he stands on."""
    return before[-1] == "on" and before[0] in _TIMES


def _of_who(mark: Mark, clause: Clause, words: Words) -> Subject:
    who: Who = mark.carries
    owner = _owner(mark, clause, words)
    circle = owner.carries.circle if owner and owner.carries.circle in ("friend", "colleague") else who.circle
    first = owner.start if owner else mark.start
    first -= first > 0 and words.words[first - 1] == "own"
    whose = next((words.owners[at] for at in range(first, mark.end) if at in words.owners), None)
    mine = whose == "my" or (whose == "our" and circle in ("colleague", SERVICE)) or _is_me(first, words)
    if circle == SERVICE and who.gender == "either" and whose == "our":
        circle = "colleague"
    if circle == "colleague" and whose is None and not owner and words.herself:
        mine = mine or _CLIENTS.isdisjoint(words.words)
    through = WORKER if mine and circle != CLIENT else CLIENT
    if WORKER in (circle, who.through) and (circle == WORKER or words.herself or not _speaks_of_client(words)):
        through = WORKER
    return Subject(circle, through, who.gender)


def _is_me(first: int, words: Words) -> bool:
    """'Me mam had her eyes done after I went on': 'me' stands for 'my' when the worker speaks of herself beside it."""
    return words.words[first - 1 : first] == ["me"] and "i" in words.words


def _owner(mark: Mark, clause: Clause, words: Words) -> Mark | None:
    return next(
        (m for m in clause.of("who") if m.end == mark.start and m.end - 1 in words.owning),
        None,
    )


def _meant_by(mark: Mark, clause: Clause, words: Words, carried: Subject, known: frozenset[str]) -> Subject:
    """Whom a pronoun means: the one just spoken of when no other fits, else the client."""
    word = mark.carries
    if word in ("i", "me"):
        return Subject(WORKER, WORKER)
    if word == "we":
        if "home" in words.words[clause.start : clause.end]:
            return Subject("family", WORKER, "they")
        return carried if carried.through == WORKER else NOBODY
    before = [m for m in clause.of("who") if m.end <= mark.start]
    spoken = _of_who(before[-1], clause, words) if before else carried
    if word == "they":
        return spoken
    if spoken.circle != CLIENT and spoken.gender in (word, "either") and word not in known:
        return spoken
    return NOBODY


def pronouns_of_client(words: Words, made: Sequence[Clause]) -> frozenset[str]:
    """Pronouns used before anybody else is named, which must then mean the client."""
    first = min(
        (mark.start for clause in made for mark in clause.of("who")),
        default=len(words.words) + 1,
    )
    owned = {_PRONOUN[whose] for at, whose in words.owners.items() if at <= first and whose in _PRONOUN}
    said = {mark.carries for clause in made for mark in clause.of("pronoun") if mark.start < first}
    return frozenset(owned | said)


def through_worker(words: Words) -> bool:
    """Whether the sentence speaks of the worker and of no client: 'calmer since I started the Monday check in'."""
    return words.herself and not _speaks_of_client(words)


def _speaks_of_client(words: Words) -> bool:
    spoken = not (_SPOKEN_OF.isdisjoint(words.words) and _CLIENTS.isdisjoint(words.words))
    return spoken or any(whose in _PRONOUN for whose in words.owners.values())


def of_the_worker(whose: Subject, words: Words) -> Subject:
    """Colleagues, services and neighbourhoods spoken of beside nobody but the worker are hers; kin and friends only
    when they are 'ours', or when it was done to 'me'.
    """
    hers = whose.circle in _HERS_WHEN_ALONE
    if not hers and whose.circle != CLIENT:
        said = words.words
        hers = ("our" in words.owners.values() and "i" in said) or _is_done_to_me(said)
    return replace(whose, through=WORKER) if hers else whose


def _is_done_to_me(said: Sequence[str]) -> bool:
    """'Sick of me working evenings', 'stopped ringing me'."""
    return any(
        word == "me" and (before == "of" or before.endswith("ing")) and _TOLD.isdisjoint(said)
        for before, word in pairwise(said)
    )


def whose_change(clause: Clause, event: Event, words: Words, subject: Subject) -> Subject | None:
    """The beneficiary: fixed by the cue, helped by the subject, or the subject; None when nobody was helped."""
    if event.whom:
        first, last = event.words
        hers = event.whom == WORKER or any(words.owners.get(at) == "my" for at in range(first, last))
        return Subject(WORKER if hers and event.whom == CLIENT else event.whom, WORKER if hers else subject.through)
    if subject.circle == WORKER and event.only != WORKER and _does_for_client(clause, event, words):
        subject = NOBODY
    if event.turn in ("help", "gives"):
        return helped(clause, event, words)
    if subject.circle == "service" or event.only == "service":
        if event.only == "service":
            return subject if not _does_for_client(clause, event, words) else None
        if event.turn == "use" or (event.domain in _OFFERED and _gives_reason(clause, words)):
            return None
        subject = NOBODY
    if subject.circle != CLIENT:
        return subject
    if mine := _is_worker_s(clause, event, words):
        return mine
    if event.only == WORKER and through_worker(words):
        return Subject(WORKER, WORKER)
    if (given := _given_it(clause, event, words)) is not None:
        return given
    if (other := _helped_on_the_way(clause, event, words)) is not None:
        return other
    if event.domain == "health behaviour" and (beside := companion(clause, words)):
        return beside
    if event.domain == "caring and family" and (kin := kin_in(clause, words)):
        return kin
    return subject


def _gives_reason(clause: Clause, words: Words) -> bool:
    """'Are letting carers in free since her letter': what a service does for a reason is how it works."""
    if is_done_to_client(clause, clause.start, words):
        return False
    return any(mark.carries == REASON for mark in clause.of("now")) or not _WHY.isdisjoint(
        words.words[clause.end - 1 : clause.end + 1]
    )


def is_by_service(clause: Clause, event: Event, whose: Subject, words: Words) -> bool:
    """'The council have put the benches back': what a service does for a neighbourhood is how that service works."""
    by_it = whose.circle == "service" and event.turn != "" and (event.whom == "community" or event.domain == OF_SERVICE)
    return by_it and not is_done_to_client(clause, event.at, words)


def is_done_for_another(clause: Clause, words: Words, spoken: Subject) -> bool:
    """'Dad's house is warm, she got him the grant': he who was just spoken of is the one it was got for."""
    if spoken.circle in (CLIENT, WORKER, "service") or not any(m.start == clause.start for m in clause.of("pronoun")):
        return False
    return any(word in ("him", "them") for word in words.words[clause.start : clause.end])


def kin_in(clause: Clause, words: Words) -> Subject | None:
    return next(
        (
            _of_who(mark, clause, words)
            for mark in clause.of("who")
            if mark.carries.circle == "family" and words.words[max(0, mark.start - 1)] not in _CARED_FOR
        ),
        None,
    )


def _does_for_client(clause: Clause, event: Event, words: Words) -> bool:
    return is_done_to_client(clause, event.at, words)


def is_done_to_client(clause: Clause, since: int, words: Words) -> bool:
    """'I got her registered': what the worker does to somebody is not her own change."""
    clients = (mark for mark in clause.of("who") if mark.carries.circle == CLIENT)
    if any(since - 1 <= mark.start <= since + _NEAR and mark.last not in _MANY_CLIENTS for mark in clients):
        return True
    until = next((mark.start for mark in clause.of("now") if mark.carries == REASON), clause.end)
    groups = {mark.start for mark in clause.of("who") if mark.carries.circle == "community"}
    owned = {at for at, whose in words.owners.items() if since <= at < until and whose in _PRONOUN}
    if owned - groups:
        return True
    return any(words.words[at] in ("him", "them") for at in range(since, until))


def _is_worker_s(clause: Clause, event: Event, words: Words) -> Subject | None:
    """'My cholesterol', 'never thought I could', 'given up smoking myself': the worker speaks of herself."""
    if not (words.herself or clause.of("who")):
        return None
    first, last = event.words
    somebody_s = {at for mark in clause.of("who") for at in range(mark.start - 1, mark.end)}
    first -= first > clause.start and words.words[first - 1] == "own"
    own = any(words.owners.get(at) == "my" for at in range(first, last) if at not in somebody_s)
    heads = words.owners.get(clause.start) == "my" and clause.start not in somebody_s
    spoken = heads or any(word in ("i", "me") for word in words.words[first:last])
    myself = any(mark.carries.circle == WORKER for mark in clause.of("who"))
    return Subject(WORKER, WORKER) if own or spoken or myself else None


def _helped_on_the_way(clause: Clause, event: Event, words: Words) -> Subject | None:
    """'Showed the man upstairs how to use the app': whoever stands between a verb of helping and the change."""
    for person in clause.of("who"):
        if (
            not event.turn
            and event.domain != "social connection"
            and event.at < person.start
            and person.end <= event.end
            and _is_free(person, clause, words)
        ):
            return _of_who(person, clause, words)
    for mark in clause.of("turn"):
        if mark.carries.name in ("help", "gives") and mark.start <= event.end:
            for person in clause.of("who"):
                close = mark.end <= person.start <= mark.end + 1 or _is_given(person, words)
                if close and person.carries.circle not in (CLIENT, "service"):
                    return _of_who(person, clause, words)
    return None


def _given_it(clause: Clause, event: Event, words: Words) -> Subject | None:
    """'Alarms fitted at her mum's', 'allowance awarded for his dad': told of nobody, it is for whom it was done."""
    if any(mark.start < event.at for kind in ("who", "pronoun") for mark in clause.of(kind)):
        return None
    for person in clause.of("who"):
        given = _stands_before(clause, person, words) in _GIVEN.get(person.carries.circle, ("for", "to"))
        if person.start >= event.at and given and person.carries.circle not in (CLIENT, SERVICE):
            return _of_who(person, clause, words)
    return None


def _stands_before(clause: Clause, person: Mark, words: Words) -> str:
    """The word before somebody, past 'client's' and how many they are: 'for the client's two children'."""
    owners = {mark.start for mark in clause.of("who") if mark.carries.circle == CLIENT}
    at = person.start - 1
    while at > clause.start and (at in owners or words.words[at] in _SOME_OF or words.words[at].isdigit()):
        at -= 1
    return words.words[at] if at >= clause.start else ""


def _is_given(person: Mark, words: Words) -> bool:
    """'Takes a dinner round to the man upstairs': 'to' or 'for' stands before whoever is helped."""
    return person.start > 0 and words.words[person.start - 1] in ("to", "for")
