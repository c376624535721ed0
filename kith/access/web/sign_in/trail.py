"""Writes down what people do to their own second step; the library says so by its signals and in no other way."""

from typing import Any

from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.dispatch import receiver

from kith.audit.api import Deed, record
from kith.kernel.actors import Actor


@receiver(authenticator_added, dispatch_uid="kith second step set up")
def set_up(sender: Any, user: Any, **given: Any) -> None:  # noqa: ARG001
    """An app, a passkey, or the first recovery codes."""
    _write_down("set_up", user)


@receiver(authenticator_removed, dispatch_uid="kith second step removed")
def removed(sender: Any, user: Any, **given: Any) -> None:  # noqa: ARG001
    """By its owner."""
    _write_down("removed", user)


@receiver(authenticator_reset, dispatch_uid="kith recovery codes renewed")
def renewed(sender: Any, user: Any, **given: Any) -> None:  # noqa: ARG001
    """New recovery codes in place of the old."""
    _write_down("renewed", user)


def _write_down(verb: str, user: Any) -> None:
    record(actor=Actor(user.id, user.name), deed=Deed(verb, "second_step", [user.id]))
