"""Who may see who works in a service, and who may help with signing in."""

from uuid import UUID

from kith.access.domain.roles import ADMINISTRATOR, SERVICE_MANAGER
from kith.access.domain.viewer import Viewer
from kith.access.models import User
from kith.kernel.errors import NotAllowedError


def user_may_see_seats(viewer: Viewer) -> bool:
    """Managers and administrators, of the services in which they are that."""
    return bool(viewer.services_as(SERVICE_MANAGER, ADMINISTRATOR))


def user_may_administer(viewer: Viewer) -> bool:
    """Administrators."""
    return bool(viewer.services_as(ADMINISTRATOR))


def user_may_help_sign_in(viewer: Viewer, user: User) -> bool:
    """An administrator of a service in which the user has a seat, and never for oneself."""
    return user.id != viewer.actor.id and bool(_services(viewer, user))


def check_user_may_help_sign_in(viewer: Viewer, user: User) -> list[UUID]:
    """The services in which the viewer helps; raises NotAllowedError without one."""
    if viewer.is_system or user_may_help_sign_in(viewer, user):
        return _services(viewer, user)
    raise NotAllowedError("Only another administrator of the person's service may do this.")


def _services(viewer: Viewer, user: User) -> list[UUID]:
    held = set(user.memberships.filter(ended_at=None).values_list("service_id", flat=True))
    return sorted(held if viewer.is_system else held & viewer.services_as(ADMINISTRATOR))
