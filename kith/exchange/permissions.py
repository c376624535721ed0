"""Who may bring a file into a service."""

from uuid import UUID

from kith.access.api import Viewer, roles
from kith.kernel.errors import NotAllowedError


def user_may_import(viewer: Viewer, service_id: UUID) -> bool:
    """The service's manager, and the system."""
    return viewer.has_role(service_id, roles.SERVICE_MANAGER)


def check_user_may_import(viewer: Viewer, service_id: UUID) -> None:
    """Raises `NotAllowedError` with a sentence."""
    if not user_may_import(viewer, service_id):
        raise NotAllowedError("Only the service's manager may bring in a file.")


def user_may_import_somewhere(viewer: Viewer) -> bool:
    """Whoever manages a service."""
    return viewer.is_system or bool(viewer.managed_services)
