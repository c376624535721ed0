"""A leader judges what was found in a trainer's notes, by keyboard; a manager draws from them at random."""

import pytest
from playwright.sync_api import expect

from kith.access.api import roles, viewer_of
from kith.kernel.days import today
from tests.factories.clients import registered
from tests.ripples import reviewing as r


@pytest.fixture
def leader(make_user, team):
    return make_user(roles.TEAM_LEADER, team=team, name="Pat Lowe")


@pytest.fixture
def found(make_user, team, service):
    trainer = viewer_of(make_user(roles.WORKER, team=team, name="Alex Marsh"))
    client = registered(trainer, service)
    return r.sentence_found(trainer, client, service)


def test_leader_judges_by_keyboard(journey, leader, found):
    with journey.given("a sentence found in a note") as page:
        journey.sign_in(leader)
        page.goto("/review")
        expect(page.get_by_text(r.SAYS)).to_be_visible()
    with journey.when("the leader accepts it with A") as page:
        page.keyboard.press("a")
        expect(page.get_by_text("Nothing waits for you here")).to_be_visible()
    with journey.when("she takes it back with U, rejects it with R, and takes that back") as page:
        page.keyboard.press("u")
        expect(page.get_by_text(r.SAYS)).to_be_visible()
        page.keyboard.press("r")
        expect(page.get_by_text("Nothing waits for you here")).to_be_visible()
        page.keyboard.press("u")
        expect(page.get_by_text(r.SAYS)).to_be_visible()
    with journey.when("she opens it with E and sets it right") as page:
        page.keyboard.press("e")
        page.get_by_label("Which way").select_option("Held steady")
    with journey.then("it is accepted and the next is shown") as page:
        page.get_by_role("button", name="Accept it").click()
        expect(page.get_by_text("Nothing waits for you here")).to_be_visible()


def test_keys_can_be_switched_off(journey, leader, found):
    with journey.given("a leader who does not want the keys") as page:
        journey.sign_in(leader)
        page.goto("/review")
        page.get_by_label("Answer with the keys shown").uncheck()
    with journey.when("she presses one") as page:
        page.keyboard.press("a")
        page.reload()
    with journey.then("nothing is answered") as page:
        expect(page.get_by_text(r.SAYS)).to_be_visible()
        expect(page.get_by_label("Answer with the keys shown")).not_to_be_checked()


@pytest.fixture
def found_this_year(make_user, team, service):
    trainer = viewer_of(make_user(roles.WORKER, team=team, name="Alex Marsh"))
    client = registered(trainer, service)
    r.say(trainer, client)
    r.note(trainer, client, day=today())
    r.read(service.id)


def test_manager_draws_from_a_year_that_is_not_over(journey, make_user, found_this_year):
    with journey.given("a manager who needs a figure before the year is over") as page:
        journey.sign_in(make_user(roles.SERVICE_MANAGER))
        page.goto("/review")
        page.get_by_role("link", name="Drawn at random").click()
        expect(page.get_by_text("Nothing was drawn yet")).to_be_visible()
    with journey.when("she draws, with the keys alone") as page:
        page.get_by_role("button", name="Draw from these days").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("1 of 1 drawn, 0 answered")).to_be_visible()
    with journey.then("the drawn sentence comes first, and is marked") as page:
        page.get_by_role("link", name="Review", exact=True).first.click()
        expect(page.get_by_text("– drawn at random")).to_be_visible()
        expect(page.get_by_text("0 of 1 are read")).to_be_visible()
