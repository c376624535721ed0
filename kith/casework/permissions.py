"""Who may record work with a client."""

from kith.access.api import Viewer
from kith.people.api import Client, check_user_may_change_client, user_may_change_client


def user_may_record_work(viewer: Viewer, client: Client) -> bool:
    """Whoever may change the client's record: referrals, plans, sessions and signposts alike."""
    return user_may_change_client(viewer, client)


def check_user_may_record_work(viewer: Viewer, client: Client) -> None:
    """Raises NotAllowedError."""
    check_user_may_change_client(viewer, client)
