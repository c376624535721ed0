"""Referrals, cases, plans and goals, sessions, signposts."""

from kith.casework.models.case import Case, CaseState
from kith.casework.models.plan import Goal, Plan
from kith.casework.models.referral import Referral
from kith.casework.models.session import Session
from kith.casework.models.signpost import Signpost

__all__ = ["Case", "CaseState", "Goal", "Plan", "Referral", "Session", "Signpost"]
