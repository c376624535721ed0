"""Who may change what is known of places."""

from kith.access.api import Viewer, roles
from kith.kernel.errors import NotAllowedError


def user_may_import_areas(viewer: Viewer) -> bool:
    """The system, and whoever manages or administers a service."""
    return viewer.is_system or bool(viewer.services_as(roles.SERVICE_MANAGER, roles.ADMINISTRATOR))


def check_user_may_import_areas(viewer: Viewer) -> None:
    """Raises `NotAllowedError` with a sentence."""
    if not user_may_import_areas(viewer):
        raise NotAllowedError("Only a service manager or an administrator may bring in an index of deprivation.")
