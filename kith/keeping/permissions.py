"""Who may copy the whole of a deployment, and who sees how it is."""

from kith.access.api import Viewer, roles
from kith.kernel.errors import NotAllowedError


def check_user_may_keep(viewer: Viewer) -> None:
    """Only the command line: a backup holds every service."""
    if not viewer.is_system:
        raise NotAllowedError("Only the command line makes and restores backups.")


def user_may_see_health(viewer: Viewer) -> bool:
    """Administrators."""
    return viewer.is_system or bool(viewer.services_as(roles.ADMINISTRATOR))
