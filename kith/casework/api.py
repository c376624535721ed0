"""The front door of casework.

Many at once: `merge_referrals`, `merge_plans`, `merge_sessions` and `merge_signposts` compare a file's rows with what
a service holds and return what is to be written by `write()` within the caller's transaction.
"""

from kith.casework.actions.bulk.plans import PlanRow, PlansMerge, merge_plans
from kith.casework.actions.bulk.referrals import ReferralRow, ReferralsMerge, merge_referrals
from kith.casework.actions.bulk.sessions import SessionRow, merge_sessions
from kith.casework.actions.bulk.signposts import SignpostRow, merge_signposts

__all__ = [
    "PlanRow", "PlansMerge", "ReferralRow", "ReferralsMerge", "SessionRow", "SignpostRow",
    "merge_plans", "merge_referrals", "merge_sessions", "merge_signposts",
]  # fmt: skip
