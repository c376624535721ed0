"""Somebody comes to work."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from kith.access.api import roles

PASSWORD = "correct horse battery staple"


@pytest.mark.postgres
def test_worker_signs_in_and_out(journey, make_user):
    user = make_user(roles.WORKER, name="Alex Marsh", password=PASSWORD)
    with journey.given("a health trainer who opens Kith") as page:
        page.goto(reverse("account_login"))
    with journey.when("she signs in with a wrong password"):
        page.get_by_label("E-mail address").fill(user.email)
        page.get_by_label("Password", exact=True).fill("not this one")
        page.get_by_role("button", name="Sign in").click()
    with journey.then("she is asked again"):
        expect(page.get_by_label("Password", exact=True)).to_have_value("")
    with journey.when("she signs in with the right one"):
        page.get_by_label("E-mail address").fill(user.email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
    with journey.then("she sees her own pages and may leave them"):
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()
