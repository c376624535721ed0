"""The front door of casework.

Queries, each narrowed by who asks: `sessions_visible_to(viewer)`, `plans_visible_to`, `referrals_visible_to`,
`signposts_visible_to` and `cases_visible_to` (with `state`) are querysets; `session_for(viewer, id)`, `plan_for`,
`referral_for`, `signpost_for` and `case_for` are one record with its client, or raise `NotFoundError`.
`closings_visible_to(viewer)` is when and why work ended; `open_case_of(client)` the case that is open, or None. For
lists of clients already narrowed: `with_last_seen(clients)`, `with_newest_plan(clients)`, `not_seen_since(day)`.
`with_a_note(service_id)` are a service's sessions with a note, `written_by(viewer)` those whose note the viewer wrote.

Actions, keyword-only and atomic: `receive_referral`, `decide_referral`, `close_case`, `set_plan`, `sign_off_plan`,
`hold_session`, `correct_session`, `make_signpost`, `follow_up_signpost`. They raise `NotAllowedError`,
`NotPossibleError`, and `StaleError` when somebody else changed the record first. A `Visit(held_on, minutes, mode,
attended, note, note_restricted, anything_else, next_step)` and `GoalDetails(topic, importance, confidence)` are what
they take; `MODES`, `ANYTHING_ELSE`, `PLAN_OUTCOMES`, `SIGNPOST_OUTCOMES` map codes to words, `ISSUES` lists labels.
`restricted_notes(viewer)` and `restrict_again(viewer=, rows=)` carry notes for care only over a restore, as ids, for
the system alone.

Many at once: `merge_referrals`, `merge_plans`, `merge_sessions` and `merge_signposts` compare a file's rows with what
a service holds and return what is to be written by `write()` within the caller's transaction.
"""

from kith.casework.actions.bulk.plans import PlanRow, PlansMerge, merge_plans
from kith.casework.actions.bulk.referrals import ReferralRow, ReferralsMerge, merge_referrals
from kith.casework.actions.bulk.sessions import SessionRow, merge_sessions
from kith.casework.actions.bulk.signposts import SignpostRow, merge_signposts
from kith.casework.actions.close_case import close_case
from kith.casework.actions.correct_session import correct_session
from kith.casework.actions.decide_referral import decide_referral
from kith.casework.actions.follow_up_signpost import follow_up_signpost
from kith.casework.actions.hold_session import hold_session
from kith.casework.actions.make_signpost import make_signpost
from kith.casework.actions.receive_referral import receive_referral
from kith.casework.actions.restrict_again import restrict_again, restricted_notes
from kith.casework.actions.set_plan import set_plan
from kith.casework.actions.sign_off_plan import sign_off_plan
from kith.casework.domain.goals import ISSUES, LOCAL_ISSUE, GoalDetails
from kith.casework.domain.outcomes import PLAN_OUTCOMES, SIGNPOST_OUTCOMES
from kith.casework.domain.visit import ANYTHING_ELSE, MODES, Visit
from kith.casework.models import Case, CaseState, Plan, Referral, Session, Signpost
from kith.casework.permissions import user_may_record_work
from kith.casework.queries import (
    case_for,
    cases_visible_to,
    closings_visible_to,
    not_seen_since,
    open_case_of,
    plan_for,
    plans_visible_to,
    referral_for,
    referrals_visible_to,
    session_for,
    sessions_visible_to,
    signpost_for,
    signposts_visible_to,
    with_a_note,
    with_last_seen,
    with_newest_plan,
    written_by,
)

__all__ = [
    "ANYTHING_ELSE", "Case", "CaseState", "GoalDetails", "ISSUES", "LOCAL_ISSUE", "MODES", "PLAN_OUTCOMES", "Plan",
    "PlanRow", "PlansMerge", "Referral", "ReferralRow", "ReferralsMerge", "SIGNPOST_OUTCOMES", "Session", "SessionRow",
    "Signpost", "SignpostRow", "Visit", "case_for", "cases_visible_to", "close_case", "closings_visible_to",
    "correct_session", "decide_referral", "follow_up_signpost", "hold_session", "make_signpost", "merge_plans",
    "merge_referrals", "merge_sessions", "merge_signposts", "not_seen_since", "open_case_of", "plan_for",
    "plans_visible_to", "receive_referral", "referral_for", "referrals_visible_to", "restrict_again",
    "restricted_notes", "session_for", "sessions_visible_to", "set_plan", "sign_off_plan", "signpost_for",
    "signposts_visible_to", "user_may_record_work", "with_a_note", "with_last_seen", "with_newest_plan", "written_by",
]  # fmt: skip
