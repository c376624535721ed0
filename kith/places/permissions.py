"""Who may change what is known of places."""

from uuid import UUID

from kith.access.api import Viewer, roles
from kith.kernel.errors import NotAllowedError


def user_may_import_places(viewer: Viewer) -> bool:
    """The system, and whoever manages or administers a service."""
    return viewer.is_system or bool(viewer.services_as(roles.SERVICE_MANAGER, roles.ADMINISTRATOR))


def check_user_may_import_places(viewer: Viewer) -> None:
    """Raises `NotAllowedError` with a sentence."""
    if not user_may_import_places(viewer):
        raise NotAllowedError(
            "Only a service manager or an administrator may bring in deprivation, postcodes or population."
        )


def user_may_set_areas(viewer: Viewer, service_id: UUID) -> bool:
    """The manager of the service."""
    return viewer.is_system or viewer.has_role(service_id, roles.SERVICE_MANAGER)


def check_user_may_set_areas(viewer: Viewer, service_id: UUID) -> None:
    """Raises `NotAllowedError` with a sentence."""
    if not user_may_set_areas(viewer, service_id):
        raise NotAllowedError("Only the service manager may say in which areas the service works.")
