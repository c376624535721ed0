"""Who may take a reading."""

from kith.access.api import Viewer
from kith.people.api import Client, check_user_may_change_client, user_may_change_client


def user_may_take_reading(viewer: Viewer, client: Client) -> bool:
    """Whoever may change the client's record."""
    return user_may_change_client(viewer, client)


def check_user_may_take_reading(viewer: Viewer, client: Client) -> None:
    """Raises NotAllowedError."""
    check_user_may_change_client(viewer, client)
