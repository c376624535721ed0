"""Who may tell of a change, and who may review a telling."""

from kith.access.api import Viewer
from kith.kernel.errors import NotAllowedError
from kith.people.api import Client, check_user_may_change_client, user_may_change_client
from kith.ripples.models import Telling


def user_may_tell(viewer: Viewer, client: Client) -> bool:
    """Whoever may change the client's record."""
    return user_may_change_client(viewer, client)


def check_user_may_tell(viewer: Viewer, client: Client) -> None:
    """Raises NotAllowedError."""
    check_user_may_change_client(viewer, client)


def user_may_review(viewer: Viewer, telling: Telling) -> bool:
    """Whoever may change the client's record; a telling found in a note never by the note's own author."""
    within = telling.client is not None and user_may_change_client(viewer, telling.client)
    return within and not (viewer.actor.id == telling.author_id and _was_proposed(telling))


def _was_proposed(telling: Telling) -> bool:
    return telling.states.filter(state="proposed").exists()


def check_user_may_review(viewer: Viewer, telling: Telling) -> None:
    """Raises NotAllowedError."""
    if not user_may_review(viewer, telling):
        raise NotAllowedError(
            "Somebody else must check this: it was found in a note of yours, or the client is not yours."
        )
