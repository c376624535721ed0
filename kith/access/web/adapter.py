"""How the sign-in library behaves here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoorAdapter(DefaultAccountAdapter):
    """Nobody signs up; an administrator makes accounts."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
