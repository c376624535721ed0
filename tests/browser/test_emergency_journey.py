"""In an emergency: a trainer reads one record that is not theirs, and the manager is told, asks, and is answered."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from kith.access.api import roles, viewer_of
from kith.glass.actions.ask_for_record import ask_for_record
from tests.factories.clients import registered
from tests.factories.history import with_a_past

REFERENCE = "NT-0417"
WHY = "She fell at the market this morning and nobody knows whom to call"


@pytest.fixture
def client(make_user, team, service):
    trainer = viewer_of(make_user(roles.WORKER, team=team, name="Alex Marsh"))
    client = registered(trainer, service, reference=REFERENCE)
    with_a_past(trainer, client)
    return client


@pytest.fixture
def stranger(make_user):
    return make_user(roles.WORKER, name="Janet Doyle")


def test_trainer_reads_one_record_in_an_emergency_and_changes_nothing(journey, stranger, client):
    with journey.given("a trainer, and a client who is not hers") as page:
        journey.sign_in(stranger)
        page.goto("/clients")
    with journey.when("she says that it is an emergency") as page:
        page.get_by_role("link", name="In an emergency: a client who is not yours").click()
    with journey.when("she reads what will happen") as page:
        page.get_by_role("button", name="Open a record in an emergency").click()
        expect(page.get_by_text("is told at once").first).to_be_visible()
    with journey.when("she gives too little a reason") as page:
        page.get_by_label("Reference or NHS number").fill(REFERENCE)
        page.get_by_label("Why do you need this record now?").fill("Emergency")
        page.get_by_role("button", name="Open this record").click()
        expect(page.get_by_text("at least 4 different words").first).to_be_visible()
    with journey.when("she says why") as page:
        page.get_by_label("Why do you need this record now?").fill(WHY)
        page.get_by_role("button", name="Open this record").click()
        expect(page.get_by_text("The record is open.")).to_be_visible()
    with journey.then("she reads the record, and can change nothing") as page:
        page.get_by_role("button", name="Read the record").click()
        expect(page.get_by_text("Met at the library")).to_be_visible()
        expect(page.get_by_role("button", name="Visit or call")).to_have_count(0)
    with journey.when("she closes it") as page:
        page.get_by_role("button", name="Close it now").click()
        expect(page.get_by_text("The record is closed.")).to_be_visible()


def test_manager_is_told_of_an_emergency_asks_and_marks_it_as_seen(journey, make_user, stranger, client):
    manager, who = make_user(roles.SERVICE_MANAGER, name="Sam Price"), viewer_of(stranger)
    answer = ask_for_record(viewer=who, service_id=client.service_id, number=REFERENCE, reason=WHY)
    address = reverse("glass:look", args=[answer.glass_id])
    with journey.given("the manager, on whatever page") as page:
        journey.sign_in(manager)
        page.goto("/help/")
    with journey.when("he follows the notice") as page:
        page.get_by_role("link", name="Look who, and why").click()
        expect(page.get_by_text(WHY)).to_be_visible()
    with journey.when("he looks at what was read") as page:
        page.locator("main table").first.get_by_role("link").first.click()
        expect(page.get_by_text("Nothing was read yet.")).to_be_visible()
    with journey.when("he asks about it") as page:
        page.get_by_label("Ask whoever looked").fill("Did you reach her brother?")
        page.get_by_role("button", name="Send the question").click()
        expect(page.get_by_text("Your question stands on this page")).to_be_visible()
    with journey.when("she answers") as page:
        journey.sign_in(stranger)
        page.goto(address)
        page.get_by_label("Your answer").fill("Yes, he came at once.")
        page.get_by_role("button", name="Send the answer").click()
    with journey.when("he marks it as seen") as page:
        journey.sign_in(manager)
        page.goto(address)
        expect(page.get_by_text("Yes, he came at once.")).to_be_visible()
        page.get_by_role("button", name="I have seen it, and ask nothing").click()
    with journey.then("nothing waits for him") as page:
        expect(page.get_by_text("Marked as seen.")).to_be_visible()
        expect(page.get_by_role("link", name="Look who, and why")).to_have_count(0)
