"""Does a thing once, however often its form is sent."""

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.access.domain.viewer import Viewer
from kith.access.models import UsedKey
from kith.kernel.errors import NotAllowedError


@transaction.atomic
def once(viewer: Viewer, key: UUID, do: Callable[[], str]) -> str:
    """Where `do` led. The first sending does it and keeps that; a second one, even at the same moment, only reads it.

    A sending that fails keeps nothing, so that it can be sent again.
    """
    if not _claim(viewer, key):
        return _where_it_led(viewer, key)
    led_to = do()
    UsedKey.objects.filter(key=key).update(led_to=led_to)
    return led_to


def _claim(viewer: Viewer, key: UUID) -> bool:
    """The database lets one of two claims wait for the other's transaction, then refuses it."""
    try:
        with transaction.atomic():
            UsedKey.objects.create(key=key, user_id=viewer.actor.id, led_to="")
    except IntegrityError:
        return False
    return True


def _where_it_led(viewer: Viewer, key: UUID) -> str:
    used = UsedKey.objects.get(key=key)
    if used.user_id != viewer.actor.id:
        raise NotAllowedError("This form was sent by somebody else. Go back and open it again.")
    return used.led_to
