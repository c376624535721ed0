"""Ends a look before its time."""

from django.db import transaction

from kith.access.api import Viewer
from kith.glass.actions.say import say
from kith.glass.domain.states import CLOSED
from kith.glass.models import Glass
from kith.glass.permissions import check_user_may_close_glass
from kith.glass.policies import check_is_open


@transaction.atomic
def close_glass(*, viewer: Viewer, glass: Glass) -> None:
    """From this moment nothing is seen through it. Raises NotAllowedError, NotPossibleError."""
    check_user_may_close_glass(viewer, glass)
    check_is_open(glass)
    say(viewer, glass, CLOSED, "closed_glass")
