"""Who may change the staff record."""

from uuid import UUID

from kith.access.api import Viewer, roles
from kith.kernel.errors import NotAllowedError


def user_may_add_worker(viewer: Viewer, service_id: UUID) -> bool:
    """The service's manager and its administrator."""
    return viewer.has_role(service_id, roles.SERVICE_MANAGER, roles.ADMINISTRATOR)


def check_user_may_add_worker(viewer: Viewer, service_id: UUID) -> None:
    """Raises NotAllowedError."""
    if not user_may_add_worker(viewer, service_id):
        raise NotAllowedError("Only the service manager or an administrator may add somebody to the staff record.")
