"""Who may open the desk."""

from kith.access.api import Viewer
from kith.people.api import CHARGE, STAFF


def user_may_see_clients(viewer: Viewer) -> bool:
    """Workers, team leaders and service managers."""
    return bool(viewer.services_as(*STAFF))


def user_may_take_charge(viewer: Viewer) -> bool:
    """Team leaders and service managers."""
    return bool(viewer.services_as(*CHARGE))


def user_may_have_drawn(viewer: Viewer) -> bool:
    """Service managers, each in the services they manage."""
    return bool(viewer.managed_services)
