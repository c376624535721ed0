"""Ends a look before its time, or every look after a restore."""

from django.db import transaction

from kith.access.api import Viewer
from kith.glass.actions.say import say
from kith.glass.domain.states import CLOSED
from kith.glass.models import Glass
from kith.glass.permissions import check_user_may_close_glass
from kith.glass.policies import check_is_open
from kith.glass.queries import every_open_glass
from kith.kernel.errors import NotAllowedError


@transaction.atomic
def close_glass(*, viewer: Viewer, glass: Glass) -> None:
    """From this moment nothing is seen through it. Raises NotAllowedError, NotPossibleError."""
    check_user_may_close_glass(viewer, glass)
    check_is_open(glass)
    say(viewer, glass, CLOSED, "closed_glass")


@transaction.atomic
def close_every_glass(*, viewer: Viewer) -> int:
    """What stands open in an older state of the records may have been closed since. Returns how many."""
    if not viewer.is_system:
        raise NotAllowedError("Only the command line closes every record that was opened in an emergency.")
    still_open = every_open_glass()
    for glass in still_open:
        say(viewer, glass, CLOSED, "closed_glass")
    return len(still_open)
