"""Everything that happened with a client, newest first."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.casework.api import (
    ANYTHING_ELSE,
    MODES,
    PLAN_OUTCOMES,
    SIGNPOST_OUTCOMES,
    CaseState,
    Plan,
    Referral,
    Session,
    Signpost,
)
from kith.desk.queries import History
from kith.measures.api import MISSED_REASONS, STAGES, MissedReading, Reading, instrument
from kith.ripples.api import BENEFICIARY_WORDS, DIRECTION_WORDS, GRADE_WORDS, STATE_WORDS, TOPIC_WORDS, Telling
from kith.ui.words import minutes


@dataclass(frozen=True)
class Event:
    """One entry; of two on one day, what was made later stands first."""

    when: dt.date
    made: str
    title: str
    text: str = ""
    lines: tuple[str, ...] = ()
    href: str = ""
    tag: str = ""
    tag_colour: str = "grey"


def timeline(history: History) -> list[Event]:
    """All entries of a history, newest first."""
    return sorted(_events(history), key=lambda event: (event.when, event.made), reverse=True)


def _events(history: History) -> Iterator[Event]:
    yield from map(_visit, history.sessions)
    yield from map(_referral, history.referrals)
    for plan in history.plans:
        yield from _plan(plan)
    yield from _readings(history.readings)
    yield from map(_missed, history.missed)
    yield from map(_signpost, history.signposts)
    yield from map(_telling, history.tellings)
    yield from map(_closing, history.closings)


def _visit(session: Session) -> Event:
    kept_away = session.attended is False
    title = _("Did not attend (DNA)") if kept_away else MODES.get(session.mode, session.mode) or _("Visit or call")
    who = session.worker.membership.name if session.worker else ""
    how_long = minutes(session.minutes) if session.minutes is not None else ""
    known = _("Not written down whether they came") if session.attended is None else ""
    asked = ANYTHING_ELSE[session.anything_else] if session.anything_else != "not_asked" else ""
    step = _("Next step: %(step)s") % {"step": session.next_step} if session.next_step else ""
    return Event(
        session.held_on, str(session.id), str(title), session.note,
        tuple(line for line in (", ".join(filter(None, (how_long, who))), known, asked, step) if line),
        reverse("desk:correct_visit", args=[session.id]),
        _("Care only") if session.note_restricted else (_("DNA") if kept_away else ""),
    )  # fmt: skip


def _referral(referral: Referral) -> Event:
    words = {"waiting": _("Waiting for a decision"), "accepted": _("Accepted"), "declined": _("Declined")}
    waits = referral.decision == "waiting"
    return Event(
        referral.received_on, str(referral.id), _("Referral"), referral.source,
        (referral.declined_reason,) if referral.declined_reason else (),
        reverse("desk:decide_referral", args=[referral.id]) if waits else "",
        words[referral.decision], "orange" if waits else "grey",
    )  # fmt: skip


def plan_title(plan: Plan) -> str:
    """What a plan is about, in the label and in the client's words."""
    return ": ".join(part for part in (plan.issue, plan.issue_words) if part) or _("not recorded")


def _plan(plan: Plan) -> Iterator[Event]:
    ongoing = plan.outcome == "ongoing"
    href = reverse("desk:sign_off", args=[plan.id]) if ongoing else ""
    tag = _("Ongoing") if ongoing else ""
    yield Event(plan.set_on, str(plan.id), _("Plan set (PHP)"), plan_title(plan), (), href, tag, "green")
    if plan.signed_off_on:
        outcome = PLAN_OUTCOMES.get(plan.outcome, "")
        yield Event(plan.signed_off_on, f"{plan.id} ", _("Plan signed off"), plan_title(plan), (), "", outcome)


def _readings(readings: Iterable[Reading]) -> Iterator[Event]:
    for (day, stage), group in groupby(readings, key=lambda each: (each.taken_on, each.stage)):
        taken = list(group)
        lines = tuple(f"{instrument(each.measure).on_screen}: {_shown(each)}" for each in reversed(taken))
        href = reverse("desk:correct_reading", args=[taken[0].id]) if len(taken) == 1 else ""
        yield Event(day, str(taken[0].id), _("Questions answered"), "", lines, href, STAGES[stage])


def _shown(reading: Reading) -> str:
    return instrument(reading.measure).shown(reading.value_thousandths)


def _missed(missed: MissedReading) -> Event:
    title = _("Questions not asked: %(which)s") % {"which": instrument(missed.measure).on_screen}
    return Event(missed.noted_on, str(missed.id), title, "", (MISSED_REASONS[missed.reason],))


def _signpost(signpost: Signpost) -> Event:
    known = signpost.outcome != "not_known"
    href = reverse("desk:follow_up", args=[signpost.id])
    tag = SIGNPOST_OUTCOMES[signpost.outcome]
    title = _("Signpost")
    return Event(signpost.made_on, str(signpost.id), title, signpost.to, (), href, tag, "grey" if known else "orange")


def _telling(telling: Any) -> Event:
    about = TOPIC_WORDS[telling.domain]
    who = " – ".join(part for part in (BENEFICIARY_WORDS[telling.beneficiary], telling.relation) if part)
    to_check = telling.state in ("draft", "proposed", "queried")
    title = _("Something else changed: %(way)s") % {"way": DIRECTION_WORDS[telling.direction].lower()}
    return Event(
        telling.told_on, str(telling.id), title,
        telling.account, (f"{who}. {about}.", _known(telling)), reverse("desk:check_telling", args=[telling.id]),
        STATE_WORDS[telling.state].capitalize(), "orange" if to_check else "grey",
    )  # fmt: skip


def _known(telling: Telling) -> str:
    how = _("How we know: %(how)s.") % {"how": GRADE_WORDS[telling.grade]}
    return f"{how} {_('Someone else confirmed it.')}" if telling.confirmed else how


def _closing(closing: CaseState) -> Event:
    return Event(closing.since, str(closing.id), _("The work ended"), closing.reason)
