"""Organisations, services, teams, users, their seats, how they sign in, and what they were typing."""

from kith.access.models.attempts import Attempts
from kith.access.models.counted import Counted
from kith.access.models.draft import Draft
from kith.access.models.membership import Membership
from kith.access.models.organisation import Organisation, Service, Team
from kith.access.models.used_key import UsedKey
from kith.access.models.user import User

__all__ = ["Attempts", "Counted", "Draft", "Membership", "Organisation", "Service", "Team", "UsedKey", "User"]
