"""A team leader looks after a caseload: two people or one, who works with whom, who has seen a record."""

import pytest
from playwright.sync_api import expect

from kith.access.api import roles, viewer_of
from kith.people.models import PossibleDuplicate
from kith.workforce.api import add_worker
from tests.factories.clients import registered


@pytest.fixture
def leader(make_user, team):
    return make_user(roles.TEAM_LEADER, team=team, name="Pat Lowe")


@pytest.fixture
def client(make_user, team, service, viewer):
    trainer = make_user(roles.WORKER, team=team, name="Alex Marsh")
    client = registered(viewer_of(trainer), service)
    twin = registered(viewer_of(trainer), service, surname="Walkere")
    PossibleDuplicate.objects.create(service=service, first=client, second=twin)
    other = make_user(roles.WORKER, team=team, name="Janet Doyle")
    add_worker(
        viewer=viewer, service_id=service.id, name="Janet Doyle", status="qualified",
        seat_id=other.memberships.get().id,
    )  # fmt: skip
    return client


def test_leader_tells_two_people_apart(journey, leader, client):
    with journey.given("a client who looks like another") as page:
        journey.sign_in(leader)
        page.goto(f"/clients/{client.id}")
    with journey.when("the leader looks at both") as page:
        page.get_by_role("link", name="Look at both").click()
        expect(page.get_by_text("Walkere").first).to_be_visible()
    with journey.when("she says that they are two people") as page:
        page.get_by_role("button", name="They are two people").click()
    with journey.then("nobody is asked again") as page:
        expect(page.get_by_text("these are two people")).to_be_visible()
        expect(page.get_by_role("link", name="Look at both")).to_have_count(0)


def test_leader_gives_a_client_to_another_trainer_and_sees_who_saw_the_record(journey, leader, client):
    with journey.given("a leader at a client's page") as page:
        journey.sign_in(leader)
        page.goto(f"/clients/{client.id}")
    with journey.when("she gives the client to another trainer") as page:
        page.get_by_role("link", name="Give to another trainer").click()
        page.get_by_label("Who works with this client from now on?").select_option("Janet Doyle")
        page.get_by_role("button", name="Save").click()
    with journey.then("the client is with the other trainer") as page:
        expect(page.get_by_text("Janet Doyle").first).to_be_visible()
    with journey.when("she looks who has seen the record") as page:
        page.get_by_role("link", name="Who has seen this record").click()
    with journey.then("every view and change is there, and no value") as page:
        expect(page.get_by_text("Opened the record").first).to_be_visible()
        expect(page.get_by_text("Gave the client to another worker")).to_be_visible()
