"""What the first lock gives, the second never takes away; what the second leaves is the viewer's services' alone."""

import random

import pytest

from kith.access.api import roles
from kith.access.models import Membership, Service, Team
from kith.access.queries import viewer_of
from kith.casework.models import Plan, Session
from kith.casework.queries import plans_visible_to, sessions_visible_to
from kith.measures.models import Reading
from kith.measures.queries import readings_visible_to
from kith.people.models import Client, Consent, Person
from kith.people.queries import clients_visible_to
from kith.ripples.models import Telling
from kith.ripples.queries.tellings import tellings_visible_to
from kith.rows.api import rows_of

DAY = "2025-03-31"
FIRST_LOCK = (clients_visible_to, sessions_visible_to, plans_visible_to, readings_visible_to, tellings_visible_to)


def places(chance: random.Random, service: Service) -> list[tuple[Team, Membership]]:
    """Some teams of a service, each with a worker's seat."""
    teams = [Team.objects.create(service=service, name=f"Team {number}") for number in range(chance.randint(1, 3))]
    return [
        (team, Membership.objects.create(service=service, team=team, name="W", role=roles.WORKER)) for team in teams
    ]


def client_with_records(chance: random.Random, team: Team, seat: Membership) -> None:
    """Somewhere in a service, or nowhere in particular, with a record of each kind."""
    client = Client.objects.create(
        person=Person.objects.create(surname="X"), service=team.service,
        team=chance.choice([team, None]), allocated_to=chance.choice([seat, None]),
    )  # fmt: skip
    Session.objects.create(client=client, held_on=DAY)
    Plan.objects.create(client=client, set_on=DAY)
    Reading.objects.create(client=client, measure="bmi", stage="baseline", taken_on=DAY, value_thousandths=1)
    Consent.objects.create(client=client, purpose="evaluation", answer="yes", recorded_by="W", source="page")
    Telling.objects.create(
        service=team.service, client=client, through="client", beneficiary="client", domain="housing",
        direction="gain", account="x", author_id=client.id,
    )  # fmt: skip


def ids(query) -> set:
    return set(query.values_list("pk", flat=True))


@pytest.mark.parametrize("role", roles.ROLES)
@pytest.mark.parametrize("seed", range(4))
def test_both_locks_agree_for_a_viewer_of_any_kind(role, seed, service, other_service, make_user):
    chance = random.Random(seed)
    everywhere = [place for each in (service, other_service) for place in places(chance, each)]
    for team, seat in everywhere * 2:
        client_with_records(chance, team, seat)
    team, _ = chance.choice(everywhere)
    user = make_user(role, team=team, service=team.service)
    Client.objects.filter(id=chance.choice(list(Client.objects.filter(service=team.service))).id).update(
        allocated_to=user.memberships.get()
    )
    viewer = viewer_of(user)

    for first_lock in FIRST_LOCK:
        first = ids(first_lock(viewer))
        every = first_lock(viewer).model.objects
        way = "service" if first_lock in (clients_visible_to, tellings_visible_to) else "client__service"
        of_service = ids(every.filter(**{way: team.service}))
        with rows_of(services=viewer.scope.services):
            assert ids(first_lock(viewer)) == first
            assert first <= ids(every.all()) == of_service
        assert first == of_service or role != roles.SERVICE_MANAGER
