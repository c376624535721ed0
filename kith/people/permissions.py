"""Who may do what with a client's record."""

from uuid import UUID

from kith.access.api import Viewer, roles
from kith.kernel.errors import NotAllowedError
from kith.people.models import Client

CHARGE = (roles.TEAM_LEADER, roles.SERVICE_MANAGER)
STAFF = (roles.WORKER, *CHARGE)


def user_may_register_client(viewer: Viewer, service_id: UUID) -> bool:
    """Workers, team leaders and managers register clients of their service."""
    return viewer.has_role(service_id, *STAFF)


def check_user_may_register_client(viewer: Viewer, service_id: UUID) -> None:
    """Raises NotAllowedError."""
    if not user_may_register_client(viewer, service_id):
        raise NotAllowedError("Only the service's workers, team leaders and managers may register a client.")


def user_may_change_client(viewer: Viewer, client: Client) -> bool:
    """The client's own worker, the leader of the team, the manager of the service."""
    return (
        viewer.is_system
        or client.allocated_to_id in viewer.own_seats
        or client.team_id in viewer.led_teams
        or client.service_id in viewer.managed_services
    )


def check_user_may_change_client(viewer: Viewer, client: Client) -> None:
    """Raises NotAllowedError."""
    if not user_may_change_client(viewer, client):
        raise NotAllowedError("This client is not among those you work with.")


def user_may_take_charge_of_client(viewer: Viewer, client: Client) -> bool:
    """The leader of the client's team and the manager of the service: allocation, repeats, who has seen the record."""
    return viewer.is_system or client.team_id in viewer.led_teams or client.service_id in viewer.managed_services


def check_user_may_allocate_client(viewer: Viewer, client: Client) -> None:
    """Raises NotAllowedError."""
    if not user_may_take_charge_of_client(viewer, client):
        raise NotAllowedError(
            "Only the client's team leader or the service manager may give a client to somebody else."
        )


def check_user_may_decide_duplicates(viewer: Viewer, *clients: Client) -> None:
    """Raises NotAllowedError unless the viewer is in charge of every one of the clients."""
    if not all(user_may_take_charge_of_client(viewer, each) for each in clients):
        raise NotAllowedError("Only a team leader or service manager of both clients may say that they are two people.")


def check_user_may_see_who_saw(viewer: Viewer, client: Client) -> None:
    """Raises NotAllowedError."""
    if not user_may_take_charge_of_client(viewer, client):
        raise NotAllowedError("Only the client's team leader or the service manager may see who has seen this record.")
