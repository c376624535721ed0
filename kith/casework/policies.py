"""What is possible now with a referral, a case, a plan, a session or a signpost."""

import datetime as dt
from collections.abc import Sequence

from kith.casework.domain.goals import LOCAL_ISSUE, SCALE, GoalDetails
from kith.casework.domain.outcomes import PLAN_OUTCOMES, SIGNPOST_OUTCOMES
from kith.casework.domain.visit import ANYTHING_ELSE, MODES, MOST_MINUTES, Visit
from kith.casework.models import Plan, Referral
from kith.kernel.errors import NotPossibleError
from kith.people.api import check_can_happen_on


def check_can_decide_referral(referral: Referral, decision: str, reason: str) -> None:
    """A waiting referral is accepted, or declined for a reason. Raises NotPossibleError."""
    if referral.decision != "waiting":
        raise NotPossibleError(f"This referral has already been {referral.decision}.")
    if decision not in ("accepted", "declined"):
        raise NotPossibleError("Choose whether the referral is accepted or declined.")
    if decision == "declined" and not reason.strip():
        raise NotPossibleError("Say why the referral is declined.")


def check_can_close_case(state: str, opened_on: dt.date, closed_on: dt.date, reason: str) -> None:
    """Open work is closed for a reason, not before it began. Raises NotPossibleError."""
    if state != "open":
        raise NotPossibleError("The work with this client has already ended.")
    check_can_happen_on(closed_on, "end of the work")
    if closed_on < opened_on:
        raise NotPossibleError("The work cannot end before it began.")
    if not reason.strip():
        raise NotPossibleError("Say why the work ends.")


def check_can_set_plan(issue: str, issue_words: str, set_on: dt.date, goals: Sequence[GoalDetails]) -> None:
    """A plan says what it is about; a local issue says so in words. Raises NotPossibleError."""
    check_can_happen_on(set_on, "plan")
    if not issue.strip() and not issue_words.strip():
        raise NotPossibleError("Say what the plan is about.")
    if issue == LOCAL_ISSUE and not issue_words.strip():
        raise NotPossibleError("Say in the client's words what the local issue is.")
    scores = [score for goal in goals for score in (goal.importance, goal.confidence) if score is not None]
    if any(score not in SCALE for score in scores):
        raise NotPossibleError("Importance and confidence are numbers from 0 to 10.")


def check_can_sign_off_plan(plan: Plan, outcome: str, signed_off_on: dt.date) -> None:
    """An ongoing plan ends in full, in part or not, not before it was set. Raises NotPossibleError."""
    if plan.outcome != "ongoing":
        raise NotPossibleError("This plan has already been signed off.")
    if outcome not in PLAN_OUTCOMES:
        raise NotPossibleError("Choose how far the plan was achieved.")
    check_can_happen_on(signed_off_on, "sign-off")
    if signed_off_on < plan.set_on:
        raise NotPossibleError("A plan cannot be signed off before it was set.")


def check_can_hold_session(visit: Visit) -> None:
    """What is told must have taken place and hang together. Raises NotPossibleError."""
    check_can_happen_on(visit.held_on, "visit or call")
    if visit.mode and visit.mode not in MODES:
        raise NotPossibleError("Choose how you met from the list.")
    if visit.minutes is not None and not 0 <= visit.minutes <= MOST_MINUTES:
        raise NotPossibleError("Minutes are a number from 0 to 1,440.")
    if visit.anything_else not in ANYTHING_ELSE:
        raise NotPossibleError("Answer whether anything else changed, for them or anyone around them.")
    if visit.attended is False and visit.anything_else == "nothing":
        raise NotPossibleError("Nobody can be asked at a visit they did not attend. Choose 'I did not ask'.")


def check_can_make_signpost(to: str, made_on: dt.date) -> None:
    """A signpost points somewhere. Raises NotPossibleError."""
    check_can_happen_on(made_on, "signpost")
    if not to.strip():
        raise NotPossibleError("Say where the client was pointed to.")


def check_can_follow_up_signpost(outcome: str) -> None:
    """Raises NotPossibleError."""
    if outcome not in SIGNPOST_OUTCOMES:
        raise NotPossibleError("Choose what became of the signpost.")
