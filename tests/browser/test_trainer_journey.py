"""A trainer's day: her list, a visit written down on the doorstep, what else changed, a correction."""

import pytest
from playwright.sync_api import expect

from kith.access.api import roles, viewer_of
from tests.factories.clients import registered
from tests.factories.history import with_a_past

ACCOUNT = "Her sister has started walking with her."


@pytest.fixture
def trainer(make_user, team):
    return make_user(roles.WORKER, team=team, name="Alex Marsh")


@pytest.fixture
def client(trainer, service):
    return registered(viewer_of(trainer), service)


@pytest.mark.postgres
def test_trainer_writes_down_a_visit_and_what_else_changed(journey, trainer, client):
    with journey.given("a trainer with a client") as page:
        journey.sign_in(trainer)
        page.goto("/clients")
    with journey.when("she opens the client") as page:
        page.get_by_role("link", name="Zoë Walker").click()
        expect(page.get_by_role("heading", name="Zoë Walker", level=1)).to_be_visible()
    with journey.when("she begins a visit, which is today and face to face unless she says otherwise") as page:
        page.get_by_role("button", name="Visit or call").click()
        expect(page.get_by_label("Face to face")).to_be_checked()
        page.get_by_label("Minutes with the client").fill("45")
        page.get_by_label("What happened?").fill("Walked round the park.")
    with journey.when("she forgets the question, and is told so") as page:
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("alert")).to_contain_text("say that you did not ask")
    with journey.when("something else changed, and the questions on it open below") as page:
        expect(page.get_by_label("Who for?")).to_be_hidden()
        page.get_by_label("Yes, something else changed").check()
        page.get_by_label("What else changed?", exact=True).fill(ACCOUNT)
        page.get_by_label("Their family or household").check()
        page.get_by_label("What about?").select_option("Food, activity, smoking, drinking")
        page.get_by_label("Better", exact=True).check()
        page.get_by_label("They told me").check()
        page.get_by_role("button", name="Save").click()
    with journey.then("both stand in the client's page") as page:
        expect(page.get_by_text("The visit is saved.")).to_be_visible()
        expect(page.get_by_text("Walked round the park.")).to_be_visible()
        expect(page.get_by_text(ACCOUNT)).to_be_visible()
        expect(page.get_by_text("To be checked")).to_be_visible()
    with journey.when("she checks what else changed and accepts it") as page:
        page.get_by_role("link", name="Check what else changed").click()
        page.get_by_label("Accept it", exact=True).check()
        page.get_by_role("button", name="Save").click()
    with journey.then("it counts") as page:
        expect(page.get_by_text("Your decision is saved.")).to_be_visible()
        expect(page.get_by_text("Accepted", exact=True)).to_be_visible()


def test_trainer_puts_the_relation_in_place_of_a_name(journey, trainer, client):
    with journey.given("a trainer at the page for something else that changed") as page:
        journey.sign_in(trainer)
        page.goto(f"/clients/{client.id}/something-else")
    with journey.when("she writes down a change that names a neighbour") as page:
        page.get_by_label("What else changed?", exact=True).fill("Her neighbour Dave stopped smoking.")
        page.get_by_label("A friend or neighbour").check()
        page.get_by_label("What about?").select_option("Food, activity, smoking, drinking")
        page.get_by_label("Better", exact=True).check()
        page.get_by_label("I saw it").check()
        page.get_by_role("button", name="Save").click()
        page.get_by_role("link", name="Check what else changed").click()
    with journey.when("she accepts it as it is") as page:
        expect(page.get_by_label("Dave")).not_to_be_checked()
        page.get_by_label("Accept it", exact=True).check()
        page.get_by_role("button", name="Save").click()
    with journey.then("she is asked to write who he is to the client") as page:
        expect(page.get_by_role("alert")).to_contain_text("seem to name somebody")
    with journey.when("she does") as page:
        page.get_by_label("What changed, without names").fill("Her neighbour stopped smoking.")
        page.get_by_role("button", name="Save").click()
    with journey.then("the change counts, and names nobody") as page:
        expect(page.get_by_text("Her neighbour stopped smoking.")).to_be_visible()
        expect(page.get_by_text("Dave")).to_have_count(0)


def test_trainer_corrects_a_visit_and_asks_the_questions(journey, trainer, client):
    with journey.given("a client with a past") as page:
        with_a_past(viewer_of(trainer), client)
        journey.sign_in(trainer)
        page.goto(f"/clients/{client.id}")
    with journey.when("the trainer corrects a visit and says why") as page:
        page.get_by_role("link", name="Correct the visit of").click()
        page.get_by_label("Minutes with the client").fill("30")
        page.get_by_label("Why is it corrected?").fill("It was half an hour")
        page.get_by_role("button", name="Save").click()
    with journey.then("the page shows it as it was") as page:
        expect(page.get_by_text("Face to face, 30 minutes")).to_be_visible()
    with journey.when("she writes down the answers to the questions") as page:
        page.get_by_text("Write down something else").click()
        page.get_by_role("link", name="Questions", exact=True).click()
        page.get_by_label("At a review").check()
        page.get_by_label("Wellbeing score (WHO-5)").fill("140")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("alert")).to_contain_text("between 0 and 100")
        page.get_by_label("Wellbeing score (WHO-5)").fill("52")
        page.get_by_role("button", name="Save").click()
    with journey.then("they stand at a glance") as page:
        expect(page.get_by_text("The answers are saved.")).to_be_visible()
        expect(page.get_by_text("52 on")).to_be_visible()
    with journey.when("she signs off the plan") as page:
        page.get_by_role("link", name="Sign off the plan").click()
        page.get_by_label("Part achieved").check()
        page.get_by_role("button", name="Save").click()
    with journey.then("it is signed off") as page:
        expect(page.get_by_text("The plan is signed off.")).to_be_visible()


def test_trainer_finds_a_client_and_registers_another(journey, trainer, client):
    with journey.given("a trainer at her list") as page:
        journey.sign_in(trainer)
        page.goto("/clients")
    with journey.when("she looks for a client by name") as page:
        page.get_by_label("Find a client by name or reference").fill("walker")
        page.get_by_role("button", name="Find").click()
    with journey.then("the client is found, and no name stands in the address") as page:
        expect(page.get_by_role("link", name="Zoë Walker")).to_be_visible()
        assert "walker" not in page.url.lower()
    with journey.when("she registers a new client") as page:
        page.goto("/clients/new")
        page.get_by_label("First name").fill("Derek")
        page.get_by_label("Surname").fill("Green")
        page.get_by_role("button", name="Save").click()
    with journey.then("the new client's page opens") as page:
        expect(page.get_by_role("heading", name="Derek Green", level=1)).to_be_visible()
        expect(page.get_by_text("Nothing is recorded yet.")).to_be_visible()
