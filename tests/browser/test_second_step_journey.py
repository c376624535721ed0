"""A password alone opens nothing: a passkey is made, and used, in a real browser with a made-up key."""

import re

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse
from playwright.sync_api import expect

from kith.access.api import roles

PASSWORD = "correct horse battery staple"
KEY = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture(autouse=True)
def second_step_is_asked_for(settings):
    settings.KITH_NO_SECOND_STEP_BECAUSE = ""


def give_password(page, user):
    page.goto(reverse("account_login"))
    page.get_by_label("E-mail address").fill(user.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def confirm(page):
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def test_worker_makes_a_passkey_and_signs_in_with_it(journey, make_user):
    user = make_user(roles.WORKER, name="Alex Marsh", password=PASSWORD)
    with journey.given("a worker with a new account, and a telephone that makes passkeys") as page:
        devices = page.context.new_cdp_session(page)
        devices.send("WebAuthn.enable")
        devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
        give_password(page, user)
    with journey.then("she is led to a second step before anything else"):
        expect(page.get_by_role("heading", name="Your second step")).to_be_visible()
    with journey.when("she adds a passkey"):
        page.get_by_role("button", name="Add a passkey").click()
        confirm(page)
        page.get_by_role("button", name="Add the passkey").click()
        page.wait_for_url("**/second-step/codes/")
    with journey.then("she is given recovery codes"):
        expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    with journey.when("she signs out and gives her password again"):
        page.goto(reverse("account_logout"))
        page.get_by_role("main").get_by_role("button", name="Sign out").click()
        give_password(page, user)
    with journey.then("the password is not enough"):
        expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    with journey.when("she uses her passkey"):
        page.get_by_role("button", name="Use a passkey").click()
        page.wait_for_url(lambda url: "second-step" not in url)
    with journey.then("she is in"):
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_worker_sets_up_an_app(journey, make_user):
    user = make_user(roles.WORKER, name="Alex Marsh", password=PASSWORD)
    with journey.given("a worker who chooses an app") as page:
        give_password(page, user)
        page.get_by_role("button", name="Set up an app").click()
        confirm(page)
    with journey.then("she sees a picture to scan, and the key in words"):
        expect(page.get_by_role("img", name="The code to scan")).to_be_visible()
        key = re.sub(r"\s", "", page.locator(".kith-key").inner_text())
    with journey.when("she types what the app shows"):
        code = totp.format_hotp_value(totp.hotp_value(key, next(iter(totp.yield_hotp_counters_from_time()))))
        page.get_by_label("Code the app shows now").fill(code)
        page.get_by_role("button", name="Go on").click()
    with journey.then("she has recovery codes and goes on to her work"):
        page.get_by_role("button", name="I have written them down").click()
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()
