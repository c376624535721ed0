"""Where each role may go, and where it begins."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.access.api import roles
from kith.access.models import Membership
from kith.shell import navigation

pytestmark = pytest.mark.django_db

OFFERED = {
    roles.WORKER: {"clients", "review"},
    roles.TEAM_LEADER: {"clients", "report", "questions", "review"},
    roles.SERVICE_MANAGER: {"clients", "report", "import", "questions", "review", "seats"},
    roles.EVALUATOR: {"report"},
    roles.COMMISSIONER: {"report"},
    roles.ADMINISTRATOR: {"seats", "health"},
}
BEGINS = {
    roles.WORKER: "clients",
    roles.TEAM_LEADER: "clients",
    roles.SERVICE_MANAGER: "clients",
    roles.EVALUATOR: "report",
    roles.COMMISSIONER: "report",
    roles.ADMINISTRATOR: "seats",
}


@pytest.fixture
def every_place(monkeypatch):
    monkeypatch.setattr(navigation, "is_there", lambda place: True)
    monkeypatch.setattr(navigation, "url_of", lambda place: f"/{place}/")


@pytest.mark.parametrize("role", roles.ROLES)
def test_navigation_is_by_role(make_viewer, role, every_place):
    assert {entry.place for entry in navigation.entries_for(make_viewer(role))} == OFFERED[role]


@pytest.mark.parametrize("role", roles.ROLES)
def test_first_page_is_by_role(make_viewer, role, every_place):
    assert navigation.landing_of(make_viewer(role)) == f"/{BEGINS[role]}/"


def test_page_that_is_not_there_is_left_out(signed_in, monkeypatch):
    monkeypatch.setattr(navigation, "is_there", lambda place: place == "seats")
    page = signed_in(roles.SERVICE_MANAGER).get("/help/").content.decode()
    assert "People and seats" in page
    assert "Bring in a file" not in page


def test_page_one_is_on_is_marked(signed_in):
    page = signed_in(roles.ADMINISTRATOR).get("/access/people/").content.decode()
    assert f'<a href="{reverse("access:seats")}" aria-current="true">People and seats</a>' in page


def test_administrator_begins_at_people_and_seats(signed_in):
    assert signed_in(roles.ADMINISTRATOR).get("/")["Location"] == reverse("access:seats")


def test_somebody_without_a_seat_is_told_so(signed_in):
    browser = signed_in()
    Membership.objects.update(ended_at="2025-01-01T00:00Z")
    assert "You have no seat yet" in browser.get("/").content.decode()


def test_frame_says_who_is_signed_in_and_to_what(signed_in, make_user, service):
    page = signed_in(user=make_user(name="Alex Marsh")).get("/help/").content.decode()
    assert "Alex Marsh" in page
    assert service.name in page
    assert "Sign out" in page


@pytest.mark.parametrize("role", roles.ROLES)
def test_frame_asks_the_database_three_things_and_for_a_manager_what_waits(signed_in, role):
    browser = signed_in(role)
    browser.get("/help/")
    with CaptureQueriesContext(connection) as asked:
        browser.get("/help/")
    assert len(asked) == (4 if role == roles.SERVICE_MANAGER else 3)


@pytest.mark.parametrize("page", ["help", "accessibility", "privacy"])
def test_pages_about_the_site_are_open_to_everybody(client, page):
    response = client.get(reverse(f"shell:{page}"))
    assert response.status_code == 200
    assert "Sign in" in response.content.decode()


def test_demonstration_says_so_on_every_page(client, settings):
    words = "This is a demonstration with made-up people. Two-step sign-in is switched off here."
    assert words not in client.get("/help/").content.decode()
    settings.KITH_DEMO = True
    for page in ("/help/", "/account/sign-in/", "/nowhere/"):
        assert words in client.get(page).content.decode()
