"""Who may see figures, for which audience, and who may open them to records."""

from uuid import UUID

from kith.access.api import Viewer, roles
from kith.kernel.errors import NotAllowedError, NotPossibleError
from kith.reporting.domain.report import AUDIENCES, COMMISSIONER

INSIDE = (roles.WORKER, roles.TEAM_LEADER, roles.SERVICE_MANAGER, roles.EVALUATOR)


def user_may_see_figures(viewer: Viewer, service_id: UUID, audience: str) -> bool:
    """Members of the service see it as counted, commissioners as it may leave the service."""
    if audience == COMMISSIONER and viewer.has_role(service_id, roles.COMMISSIONER):
        return True
    return viewer.has_role(service_id, *INSIDE)


def user_may_see_figures_somewhere(viewer: Viewer) -> bool:
    """Whoever may see the figures of at least one service, for one audience or both."""
    return viewer.is_system or bool(viewer.services_as(*INSIDE, roles.COMMISSIONER))


def audiences_of(viewer: Viewer, service_id: UUID) -> tuple[str, ...]:
    """The audiences whose report of a service the viewer may see, the service's own first."""
    return tuple(each for each in AUDIENCES if user_may_see_figures(viewer, service_id, each))


def check_user_may_see_figures(viewer: Viewer, service_id: UUID, audience: str) -> None:
    """Raises NotAllowedError, or NotPossibleError for an audience there is not."""
    if audience not in AUDIENCES:
        raise NotPossibleError(f"There is no audience '{audience}'. Choose one of: {', '.join(AUDIENCES)}.")
    if not user_may_see_figures(viewer, service_id, audience):
        raise NotAllowedError("You may not see these figures. Ask the service manager.")


def user_may_refresh_figures(viewer: Viewer, service_id: UUID) -> bool:
    """Members of the service."""
    return viewer.has_role(service_id, *INSIDE)


def check_user_may_refresh_figures(viewer: Viewer, service_id: UUID) -> None:
    """Raises NotAllowedError."""
    if not user_may_refresh_figures(viewer, service_id):
        raise NotAllowedError("You may not refresh the figures. Ask the service manager.")


def user_may_open_figures(viewer: Viewer, service_id: UUID) -> bool:
    """Whoever has clients to see may open a figure to the records of those clients."""
    return viewer.has_role(service_id, roles.WORKER, roles.TEAM_LEADER, roles.SERVICE_MANAGER)


def check_user_may_open_figures(viewer: Viewer, service_id: UUID) -> None:
    """Raises NotAllowedError."""
    if not user_may_open_figures(viewer, service_id):
        raise NotAllowedError("Figures open to records for those who work with the clients only.")


def user_may_open_staff_figures(viewer: Viewer, service_id: UUID) -> bool:
    """Figures of workers open to records for the service manager only."""
    return viewer.has_role(service_id, roles.SERVICE_MANAGER)


def user_may_import_returns(viewer: Viewer, service_id: UUID) -> bool:
    """The service manager, who answers for what was submitted."""
    return viewer.has_role(service_id, roles.SERVICE_MANAGER)


def user_may_import_returns_somewhere(viewer: Viewer) -> bool:
    """The manager of at least one service."""
    return viewer.is_system or bool(viewer.services_as(roles.SERVICE_MANAGER))


def check_user_may_import_returns(viewer: Viewer, service_id: UUID) -> None:
    """Raises NotAllowedError."""
    if not user_may_import_returns(viewer, service_id):
        raise NotAllowedError("Only the service manager may bring in a return that was submitted.")
