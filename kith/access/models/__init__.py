"""Organisations, services, teams, users, their seats, and what they were typing."""

from kith.access.models.draft import Draft
from kith.access.models.membership import Membership
from kith.access.models.organisation import Organisation, Service, Team
from kith.access.models.used_key import UsedKey
from kith.access.models.user import User

__all__ = ["Draft", "Membership", "Organisation", "Service", "Team", "UsedKey", "User"]
