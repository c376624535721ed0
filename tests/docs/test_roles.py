"""The table of who may see which client says what the query does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kith.access.api import Viewer
from kith.access.domain.roles import ROLES
from kith.access.models import Membership, Service, Team
from kith.people.models import Client, Person
from kith.people.queries import clients_visible_to

PAGE = (Path(__file__).parents[2] / "docs" / "roles.md").read_text(encoding="utf-8")
TABLE = PAGE.split("## Clients' records\n\n")[1].split("\n\n")[0]
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in TABLE.splitlines()]
SAYS = {(row[0], role): answer for row in ROWS[2:] for role, answer in zip(ROLES, row[1:], strict=True)}


def test_table_has_a_column_for_each_role() -> None:
    assert [heading.replace(" ", "_") for heading in ROWS[0][1:]] == list(ROLES)


@pytest.mark.parametrize(("whose", "role"), sorted(SAYS))
def test_role_sees_the_clients_the_table_says(
    whose: str, role: str, team: Team, other_service: Service, make_viewer: Callable[..., Viewer]
) -> None:
    viewer = make_viewer(role, team=team)
    client = Client.objects.create(person=Person.objects.create(), **belonging(whose, viewer, team, other_service))
    seen = "yes" if clients_visible_to(viewer).filter(id=client.id).exists() else "no"
    assert seen == SAYS[whose, role]


def belonging(whose: str, viewer: Viewer, team: Team, other_service: Service) -> dict[str, object]:
    """Where a client of one row of the table belongs."""
    seat = Membership.objects.get(id=viewer.seats[0].membership_id)
    return {
        "clients allocated to oneself": {"service": team.service, "allocated_to": seat},
        "clients of the team one leads": {"service": team.service, "team": team},
        "every client of the service": {"service": team.service},
        "clients of another service": {"service": other_service},
    }[whose]
