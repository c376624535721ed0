"""Somebody is called away while writing."""

import pytest
from playwright.sync_api import expect

from kith.access.models import Draft
from tests.access import pages

pytestmark = pytest.mark.urls("tests.access.pages")
PASSWORD = "correct horse battery staple"
MINUTE = 60_000


@pytest.fixture
def user(make_user):
    pages.SAVED.clear()
    return make_user(name="Alex Marsh", password=PASSWORD)


def test_what_was_typed_survives_the_time_out(journey, user, db):
    with journey.given("a health trainer who writes a note") as page:
        page.clock.install()
        journey.sign_in(user)
        page.goto("/note/")
        with page.expect_response("**/sitting/keep/"):
            page.get_by_label("Note").fill("She rang the landlord.")
            page.clock.run_for(3000)
    with journey.when("she is called away for 43 minutes and a half"):
        page.clock.run_for(43.5 * MINUTE)
    with journey.then("she is asked whether she is still there"):
        dialog = page.get_by_role("dialog", name="Are you still there?")
        expect(dialog).to_be_visible()
        expect(page.get_by_role("button", name="Stay signed in")).to_be_focused()
    with journey.when("she does not answer"):
        page.clock.fast_forward(3 * MINUTE)
        page.wait_for_url("**/account/sign-in/**")
    with journey.then("she is signed out, and told that her words are kept"):
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
        expect(page.get_by_text("You were signed out because nothing happened")).to_be_visible()
    with journey.when("she signs in again"):
        page.get_by_label("E-mail address").fill(user.email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/note/")
    with journey.then("the form offers her words"):
        expect(page.get_by_text("We kept what you typed at")).to_be_visible()
    with journey.when("she takes them back and saves"):
        page.get_by_role("button", name="Use it").click()
        page.wait_for_url("**/note/?kept=use")
        expect(page.get_by_label("Note")).to_have_value("She rang the landlord.")
        page.get_by_label("By phone").check()
        page.get_by_role("button", name="Save").click()
        page.wait_for_url("**/saved/")
    with journey.then("they are saved, once, and kept no longer"):
        expect(page.get_by_role("heading", name="Saved")).to_be_visible()
        assert pages.SAVED == ["She rang the landlord."]
        assert not Draft.objects.exists()


def test_somebody_who_answers_stays(journey, user, db):
    with journey.given("a health trainer whose sitting is about to end") as page:
        page.clock.install()
        journey.sign_in(user)
        page.goto("/note/")
        page.get_by_label("Note").focus()
        page.clock.run_for(43.5 * MINUTE)
    with journey.when("she presses Escape"):
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
    with journey.then("she is back where she was, and has the whole time again"):
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(page.get_by_label("Note")).to_be_focused()
        page.clock.run_for(20 * MINUTE)
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_words_are_kept_while_she_types(journey, user, db):
    with journey.given("a form with a choice") as page:
        journey.sign_in(user)
        page.goto("/note/")
    with journey.when("she types and waits"):
        page.get_by_label("Note").fill("half a word")
        with page.expect_response("**/sitting/keep/") as kept:
            page.get_by_label("Face to face").check()
    with journey.then("her words are kept on the server"):
        assert kept.value.status == 204
        assert "half a word" in Draft.objects.get().content
