"""Clients of a service and everybody who may stand towards one, made through the actions of real use."""

import datetime as dt
from dataclasses import dataclass

from kith.access.api import Viewer, roles, system_viewer, viewer_of
from kith.access.models import Service, Team
from kith.people.api import Client, PersonDetails, register_client

STANCES = (
    "own worker", "other worker", "leader of the team", "leader of another team", "manager", "evaluator",
    "commissioner", "administrator", "manager of another service", "system",
)  # fmt: skip


def details(**given) -> PersonDetails:
    """A person, with whatever is given in place of the usual."""
    usual = {"first_name": "Zoë", "surname": "Walker", "date_of_birth": dt.date(1963, 1, 8), "postcode": "NX6 8HA"}
    return PersonDetails(**{**usual, **given})


def registered(viewer: Viewer, service: Service, **given) -> Client:
    """A client the viewer registered."""
    return register_client(
        viewer=viewer,
        service_id=service.id,
        first_contact_on=given.pop("first_contact_on", dt.date(2024, 6, 24)),
        reference=given.pop("reference", ""),
        details=details(**given),
    )


@dataclass
class Neighbourhood:
    """One client, and the viewer of each stance towards her."""

    client: Client
    viewers: dict[str, Viewer]

    def __getitem__(self, stance: str) -> Viewer:
        return self.viewers[stance]


def neighbourhood(make_user, service: Service, other_service: Service, team: Team) -> Neighbourhood:
    """A client of a worker in a team, and everybody around."""
    other_team = Team.objects.create(service=service, name="South team")
    users = {
        "own worker": make_user(roles.WORKER, team=team),
        "other worker": make_user(roles.WORKER, team=team),
        "leader of the team": make_user(roles.TEAM_LEADER, team=team),
        "leader of another team": make_user(roles.TEAM_LEADER, team=other_team),
        "manager": make_user(roles.SERVICE_MANAGER),
        "evaluator": make_user(roles.EVALUATOR),
        "commissioner": make_user(roles.COMMISSIONER),
        "administrator": make_user(roles.ADMINISTRATOR),
        "manager of another service": make_user(roles.SERVICE_MANAGER, service=other_service),
    }
    viewers = {stance: viewer_of(user) for stance, user in users.items()}
    client = registered(viewers["own worker"], service)
    return Neighbourhood(client, viewers | {"system": system_viewer()})
