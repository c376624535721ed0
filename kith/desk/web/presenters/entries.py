"""What each kind of record says in a timeline."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.casework.api import (
    MODES,
    PLAN_OUTCOMES,
    SIGNPOST_OUTCOMES,
    CaseState,
    Plan,
    Referral,
    Session,
    Signpost,
)
from kith.desk.web.presenters.entry import Act, Entry, Line, lines_of
from kith.measures.api import MISSED_REASONS, STAGES, MissedReading, Reading, instrument
from kith.ripples.api import BENEFICIARY_WORDS, DIRECTION_WORDS, GRADE_WORDS, STATE_WORDS, TOPIC_WORDS, Telling
from kith.ui.words import day, minutes

NEEDS_SOMEBODY = "orange"


def of_visit(session: Session) -> Entry:
    """How, how long, with whom, what was written down, and the next step."""
    missed = session.attended is False
    title = _("Did not attend (DNA)") if missed else _("Visit or call")
    step = _("Next step: %(step)s") % {"step": session.next_step} if session.next_step else ""
    about = _("the visit of %(day)s") % {"day": day(session.held_on)}
    return Entry(
        when=session.held_on,
        made=str(session.id),
        title=title,
        text=session.note,
        lines=lines_of(_circumstances(session), _asked(session), step),
        act=Act(_("Correct"), about, reverse("desk:correct_visit", args=[session.id])),
        tag=_("Care only") if session.note_restricted else "",
    )


def _circumstances(session: Session) -> str:
    how = MODES.get(session.mode, session.mode)
    who = session.worker.membership.name if session.worker else ""
    long = minutes(session.minutes) if session.minutes and session.attended is not False else ""
    unknown = _("not written down whether they came") if session.attended is None else ""
    return ", ".join(part for part in (how, long, who, unknown) if part)


def _asked(session: Session) -> str:
    answers = {
        "nothing": _("Asked if anything else changed: nothing"),
        "something": _("Something else changed, see there"),
    }
    return answers.get(session.anything_else, "")


def of_referral(referral: Referral) -> Entry:
    """Where from, and what was decided."""
    words = {"waiting": _("Waiting for a decision"), "accepted": _("Accepted"), "declined": _("Declined")}
    waits = referral.decision == "waiting"
    decide = Act(_("Decide"), _("on the referral"), reverse("desk:decide_referral", args=[referral.id]))
    return Entry(
        when=referral.received_on,
        made=str(referral.id),
        title=_("Referral"),
        text=referral.source,
        lines=lines_of(referral.declined_reason),
        act=decide if waits else None,
        tag=words[referral.decision],
        tag_colour=NEEDS_SOMEBODY if waits else "grey",
    )


def plan_title(plan: Plan) -> str:
    """What a plan is about, in the label and in the client's words."""
    return ": ".join(part for part in (plan.issue, plan.issue_words) if part) or _("not recorded")


def of_plan(plan: Plan) -> Entry:
    """What it is about; a plan that goes on can be signed off."""
    ongoing = plan.outcome == "ongoing"
    sign_off = Act(_("Sign off"), _("the plan"), reverse("desk:sign_off", args=[plan.id]))
    return Entry(
        when=plan.set_on,
        made=str(plan.id),
        title=_("Plan set (PHP)"),
        text=plan_title(plan),
        act=sign_off if ongoing else None,
        tag=_("Ongoing") if ongoing else "",
        tag_colour="green",
    )


def of_sign_off(plan: Any) -> Entry:
    """How far it was achieved."""
    outcome = PLAN_OUTCOMES.get(plan.outcome, "")
    return Entry(plan.signed_off_on, f"{plan.id} ", _("Plan signed off"), plan_title(plan), tag=outcome)


def of_readings(readings: Iterable[Reading]) -> Iterator[Entry]:
    """One entry for the questions of one day, a line for each; readings come newest first."""
    for (when, stage), group in groupby(readings, key=lambda each: (each.taken_on, each.stage)):
        taken = list(group)
        lines = tuple(_reading(each) for each in reversed(taken))
        yield Entry(when, str(taken[0].id), _("Questions answered"), lines=lines, tag=STAGES[stage])


def _reading(reading: Reading) -> Line:
    kind = instrument(reading.measure)
    correct = Act(_("Correct"), kind.on_screen, reverse("desk:correct_reading", args=[reading.id]))
    return Line(f"{kind.on_screen}: {kind.shown(reading.value_thousandths)}", correct)


def of_missed(missed: MissedReading) -> Entry:
    """Which questions, and why not."""
    title = _("Questions not asked: %(which)s") % {"which": instrument(missed.measure).on_screen}
    return Entry(missed.noted_on, str(missed.id), title, lines=lines_of(MISSED_REASONS[missed.reason]))


def of_signpost(signpost: Signpost) -> Entry:
    """Where to, and what became of it."""
    known = signpost.outcome != "not_known"
    words = _("Change") if known else _("What became of it?")
    return Entry(
        when=signpost.made_on,
        made=str(signpost.id),
        title=_("Signpost"),
        text=signpost.to,
        act=Act(words, _("the signpost"), reverse("desk:follow_up", args=[signpost.id])),
        tag=SIGNPOST_OUTCOMES[signpost.outcome],
        tag_colour="grey" if known else NEEDS_SOMEBODY,
    )


def of_telling(telling: Any) -> Entry:
    """Which way, who for, what about, how it is known, and where it stands."""
    who = " – ".join(part for part in (BENEFICIARY_WORDS[telling.beneficiary], telling.relation) if part)
    to_check = telling.state in ("draft", "proposed", "queried")
    words = _("Check") if to_check else _("Look again")
    return Entry(
        when=telling.told_on,
        made=str(telling.id),
        title=_("Something else changed: %(way)s") % {"way": DIRECTION_WORDS[telling.direction].lower()},
        text=telling.account,
        lines=lines_of(f"{who}. {TOPIC_WORDS[telling.domain]}.", _known(telling)),
        act=Act(words, _("what else changed"), reverse("desk:check_telling", args=[telling.id])),
        tag=STATE_WORDS[telling.state].capitalize(),
        tag_colour=NEEDS_SOMEBODY if to_check else "grey",
    )


def _known(telling: Telling) -> str:
    how = _("How we know: %(how)s.") % {"how": GRADE_WORDS[telling.grade]}
    return f"{how} {_('Someone else confirmed it.')}" if telling.confirmed else how


def of_closing(closing: CaseState) -> Entry:
    """When and why the work ended."""
    return Entry(closing.since, str(closing.id), _("The work ended"), closing.reason)
