"""Who may tell of a change, and who may review a telling."""

from uuid import UUID

from kith.access.api import Viewer, roles
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
    """Whoever may change the client's record; a telling found in a note never by its author, nor by the system."""
    within = telling.client is not None and user_may_change_client(viewer, telling.client)
    barred = viewer.is_system or viewer.actor.id == telling.author_id
    return within and not (barred and _was_proposed(telling))


def _was_proposed(telling: Telling) -> bool:
    return telling.states.filter(state="proposed").exists()


def check_user_may_review(viewer: Viewer, telling: Telling) -> None:
    """Raises NotAllowedError."""
    if not user_may_review(viewer, telling):
        raise NotAllowedError(
            "Somebody else must check this: it was found in a note of yours, or the client is not yours."
        )


def user_may_read_notes(viewer: Viewer, service_id: UUID) -> bool:
    """The named system, as a job or command; and the service manager."""
    return viewer.has_role(service_id, roles.SERVICE_MANAGER)


def check_user_may_read_notes(viewer: Viewer, service_id: UUID) -> None:
    """Raises NotAllowedError."""
    if not user_may_read_notes(viewer, service_id):
        raise NotAllowedError("Only the service manager may have the notes read.")


def user_may_draw(viewer: Viewer, service_id: UUID) -> bool:
    """The service manager, and the named system, which does so once a year is over."""
    return viewer.has_role(service_id, roles.SERVICE_MANAGER)


def check_user_may_draw(viewer: Viewer, service_id: UUID) -> None:
    """Raises NotAllowedError."""
    if not user_may_draw(viewer, service_id):
        raise NotAllowedError("Only the service manager may have sentences drawn at random.")


def user_may_judge(viewer: Viewer, client: Client, *, is_author: bool) -> bool:
    """A person who may change the client's record and did not write the note; never the named system."""
    return not viewer.is_system and not is_author and user_may_change_client(viewer, client)


def check_user_may_judge(viewer: Viewer, client: Client, *, is_author: bool) -> None:
    """Raises NotAllowedError."""
    if not user_may_judge(viewer, client, is_author=is_author):
        raise NotAllowedError(
            "Somebody else must decide on this: it stands in a note of yours, or the client is not yours."
        )
