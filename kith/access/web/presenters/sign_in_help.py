"""What the page about somebody's sign-in says."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kith.access.domain.viewer import Viewer
from kith.access.permissions import user_may_help_sign_in
from kith.access.queries import locked_until_of
from kith.access.web.sign_in.second_step import has_second_step
from kith.kernel.days import LONDON


@dataclass(frozen=True)
class SignInState:
    """How an account stands."""

    second_step: str
    lock: str
    may_help: bool
    has_step: bool


def sign_in_state(viewer: Viewer, user: Any) -> SignInState:
    """In words."""
    has_step = has_second_step(user)
    return SignInState(
        second_step=_("Set up") if has_step else _("Not set up yet"),
        lock=lock_words(user),
        may_help=user_may_help_sign_in(viewer, user),
        has_step=has_step,
    )


def lock_words(user: Any) -> str:
    """Until when nobody gets in with this account; nothing when it is open."""
    until = locked_until_of(user)
    return _("Locked until %(time)s") % {"time": until.astimezone(LONDON).strftime("%H:%M")} if until else ""
