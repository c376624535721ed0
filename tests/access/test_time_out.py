"""A sitting that ends while somebody types loses no words and gives them to nobody else."""

import re

import pytest
from django.test import Client as Browser

from kith.access.models import Draft
from tests.access import pages

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.access.pages")]
PASSWORD = "correct horse battery staple"


@pytest.fixture(autouse=True)
def nothing_saved():
    pages.SAVED.clear()


@pytest.fixture
def user(make_user):
    return make_user(name="Alex Marsh", password=PASSWORD)


@pytest.fixture
def browser(signed_in, user):
    return signed_in(user=user)


def form_of(response):
    """What the form of a page would send back unchanged."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', response.content.decode())
    return {name: value for name, value in found if name in ("key", "keep")}


def typed(browser, **words):
    return {**form_of(browser.get("/note/")), "note": "She rang the landlord.\nTwice.", "how": "a", **words}


def text(response):
    return response.content.decode()


def test_form_sent_after_the_time_out_comes_back_after_sign_in(browser, user):
    sent = typed(browser, topics=["m", "f"], day_day="3", day_month="May", day_year="2024")
    browser.session.flush()
    late = browser.post("/note/", sent)
    assert late["Location"] == "/account/sign-in/?next=%2Fnote%2F&ended=kept"
    assert "What you typed is kept" in text(browser.get(late["Location"]))
    entered = browser.post(
        "/account/sign-in/", {"login": user.email, "password": PASSWORD, "next": "/note/"}, follow=True
    )
    assert "We kept what you typed at" in text(entered)
    assert "landlord" not in text(entered)
    used = text(browser.get("/note/?kept=use"))
    assert "She rang the landlord.\nTwice.</textarea>" in used
    assert 'value="3"' in used
    assert 'value="May"' in used
    assert used.count(" checked") == 3
    assert "It is not saved yet" in used
    assert pages.SAVED == []


def test_words_are_given_to_nobody_else(browser, signed_in):
    sent = typed(browser)
    browser.session.flush()
    browser.post("/note/", sent)
    other = signed_in()
    assert "We kept" not in text(other.get("/note/"))
    assert "landlord" not in text(other.get("/note/?kept=use"))


def test_form_of_one_person_sent_under_another_does_nothing(browser, user, signed_in):
    sent = typed(browser)
    other = signed_in()
    response = other.post("/note/", sent, follow=True)
    assert response.status_code == 409
    assert "Somebody else opened that form" in text(response)
    assert pages.SAVED == []
    assert Draft.objects.get().user == user


def test_forged_token_keeps_nothing(browser):
    sent = typed(browser, keep="forged")
    browser.session.flush()
    assert browser.post("/note/", sent)["Location"] == "/account/sign-in/?next=/note/"
    assert not Draft.objects.exists()


def test_saving_forgets_the_draft(browser):
    sent = typed(browser)
    browser.post("/access/sitting/keep/", {"keep": sent["keep"], "typed": {"note": ["half"]}}, "application/json")
    assert Draft.objects.count() == 1
    assert browser.post("/note/", sent)["Location"] == "/saved/"
    assert not Draft.objects.exists()
    assert pages.SAVED == ["She rang the landlord.\nTwice."]


def test_refused_form_keeps_the_words_and_shows_the_way_back(browser):
    response = browser.post("/note/", typed(browser, note="stale"))
    assert response.status_code == 409
    assert "Ana Brook changed this note at 14:02." in text(response)
    assert "What you typed is kept" in text(response)
    assert '<a href="/note/">Go back to the page</a>' in text(response)
    assert "stale</textarea>" in text(browser.get("/note/?kept=use"))


def test_wrong_form_keeps_the_draft_and_shows_what_was_sent(browser):
    response = browser.post("/note/", typed(browser, how=""))
    assert "Answer the question: How?" in text(response)
    assert "She rang the landlord.\nTwice.</textarea>" in text(response)
    assert "We kept" not in text(response)


def test_old_token_against_forgery_keeps_the_words(user):
    strict = Browser(enforce_csrf_checks=True)
    strict.force_login(user)
    sent = typed(strict)
    response = strict.post("/note/", {**sent, "csrfmiddlewaretoken": "x" * 64})
    assert response.status_code == 403
    assert "The form was too old to be taken" in text(response)
    assert "What you typed is kept" in text(response)
    assert Draft.objects.get().user == user


def test_thrown_away_words_are_gone(browser):
    browser.post("/note/", typed(browser, note="stale"))
    back = browser.post("/access/sitting/throw-away/", {"form": "note:1", "next": "/note/"})
    assert back["Location"] == "/note/"
    assert not Draft.objects.exists()


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_throwing_away_leads_to_no_other_site(browser, elsewhere):
    back = browser.post("/access/sitting/throw-away/", {"form": "note:1", "next": elsewhere})
    assert back["Location"] == "/"


def test_script_keeps_words_while_typing_and_after_the_time_out(browser, user):
    sent = {"keep": typed(browser)["keep"], "typed": {"note": ["half a"], "password": ["secret"]}}
    assert browser.post("/access/sitting/keep/", sent, "application/json").status_code == 204
    browser.session.flush()
    sent["typed"]["note"] = ["half a word"]
    assert browser.post("/access/sitting/keep/", sent, "application/json").status_code == 401
    assert Draft.objects.get().content == '{"note": ["half a word"]}'


@pytest.mark.parametrize("sent", [b"", b"[]", b'{"keep": 1}', b'{"keep": "x", "typed": []}', b"\xff"])
def test_script_that_sends_nonsense_gets_a_sentence(browser, sent):
    response = browser.generic("POST", "/access/sitting/keep/", sent, "application/json")
    assert response.status_code in (400, 409)
    assert response.json()["sentence"].endswith(".")


def test_words_too_long_to_keep_are_said_to_be_lost(browser):
    sent = typed(browser, note="x" * 300_000)
    browser.session.flush()
    late = browser.post("/note/", sent)
    assert late["Location"].endswith("ended=lost")
    assert "too long to be kept" in text(browser.get(late["Location"]))


def test_form_sent_twice_is_done_once(browser):
    sent = typed(browser)
    assert browser.post("/note/", sent)["Location"] == "/saved/"
    assert browser.post("/note/", sent)["Location"] == "/saved/"
    assert len(pages.SAVED) == 1


def test_form_without_a_key_is_refused_with_a_sentence(browser):
    response = browser.post("/note/", {"note": "x", "how": "a"})
    assert response.status_code == 409
    assert "load the page again" in text(response)
