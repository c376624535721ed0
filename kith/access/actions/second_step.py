"""Helps somebody who cannot get in: takes away the second step of a lost telephone, or ends a lock-out."""

from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import F

from kith.access.actions.attempts import forget_attempts
from kith.access.domain.viewer import Viewer
from kith.access.models import User
from kith.access.permissions import check_user_may_help_sign_in
from kith.audit.api import Deed, record
from kith.kernel.errors import NotPossibleError


@transaction.atomic
def reset_second_step(*, viewer: Viewer, user: User) -> None:
    """Take away every second step and recovery code, and end all sittings; at the next sign-in a new one is set up."""
    services = check_user_may_help_sign_in(viewer, user)
    taken, _ = Authenticator.objects.filter(user=user).delete()
    if not taken:
        raise NotPossibleError("This account has no second step that could be taken away.")
    User.objects.filter(id=user.id).update(sittings_ended=F("sittings_ended") + 1)
    forget_attempts(user.email)
    _write_down(viewer, "reset", "second_step", user, services)


@transaction.atomic
def end_lock_out(*, viewer: Viewer, user: User) -> None:
    """Let somebody try again before the time."""
    services = check_user_may_help_sign_in(viewer, user)
    forget_attempts(user.email)
    _write_down(viewer, "allowed", "attempts", user, services)


def _write_down(viewer: Viewer, verb: str, what: str, user: User, services: list[UUID]) -> None:
    for service_id in services:
        record(actor=viewer.actor, deed=Deed(verb, what, [user.id], service_id=service_id))
