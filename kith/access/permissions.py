"""Who may see who works in a service."""

from kith.access.domain.roles import ADMINISTRATOR, SERVICE_MANAGER
from kith.access.domain.viewer import Viewer


def user_may_see_seats(viewer: Viewer) -> bool:
    """Managers and administrators, of the services in which they are that."""
    return bool(viewer.services_as(SERVICE_MANAGER, ADMINISTRATOR))
