"""The manager sees what was drawn at random and what would be, and draws; nobody else does."""

import datetime as dt
from uuid import uuid4

import pytest

from kith.audit.models import AuditRow
from kith.ripples.models import Sample
from tests.desk.test_cost import cost
from tests.ripples import reviewing as r

SHOWN = {"first": "2025-04-01", "last": "2025-06-15"}


@pytest.fixture
def notes(worker, client, service, on_day):
    """Two sentences, and one note without; the second sentence comes twice, and counts once."""
    on_day("2025-06-15")
    r.say(worker, client)
    for number, words in enumerate(["Her sister got a job.", "Her aunt got a job.", "Her aunt got a job.", r.NOTHING]):
        r.note(worker, client, words, day=dt.date(2025, 4, 1) + dt.timedelta(days=number))
    r.read(service.id)


@pytest.fixture
def browser(at_desk):
    return at_desk("manager")


def text(browser):
    return browser.get("/review/drawn").content.decode()


def send(browser, place, **given):
    sent = {"key": str(uuid4()), "service": str(place.id), **SHOWN, **given}
    return browser.post("/review/drawn", sent, follow=True).content.decode()


def test_page_says_from_how_much_and_draws(browser, service, notes):
    assert 'href="/review/drawn"' in browser.get("/review").content.decode()
    before = text(browser)
    assert "Not drawn from yet: 1 April 2025 to 15 June 2025" in before
    assert "2 of 2 sentences, and 1 of 1 note in which nothing was found" in before
    assert "year ends on 31 March 2026" in before
    after = send(browser, service)
    assert "Drawn: 2 sentences and 1 note" in after
    assert "2 of 2 drawn, 0 answered" in after
    assert "no day left" in after
    assert AuditRow.objects.filter(verb="drew", actor_id=browser.user.id).count() == 1


def test_what_came_later_stands_beside_the_draw(browser, worker, client, service, notes):
    send(browser, service)
    r.note(worker, client, "Her uncle got a job.", day=dt.date(2025, 4, 9))
    r.read(service.id)
    assert "1 sentence, 0 notes" in text(browser)


def test_form_sent_twice_draws_once(browser, service, notes):
    key = str(uuid4())
    send(browser, service, key=key)
    assert "Drawn" in send(browser, service, key=key)
    assert "others by now" in send(browser, service)
    assert Sample.objects.count() == 1


@pytest.mark.parametrize("given", [{"first": "yesterday"}, {"last": ""}, {"service": "x"}, {"last": "2025-01-01"}])
def test_form_that_was_tampered_with_is_refused_in_words(given, browser, service, notes):
    assert "cannot be taken" in send(browser, service, **given)
    assert not Sample.objects.exists()


@pytest.mark.parametrize("stance", ["own worker", "leader of the team"])
def test_others_than_managers_are_not_offered_it_and_cannot_do_it(stance, at_desk, service, notes):
    browser = at_desk(stance)
    assert 'href="/review/drawn"' not in browser.get("/review").content.decode()
    send(browser, service)
    assert not Sample.objects.exists()


def test_manager_of_another_service_cannot_draw_here(at_desk, service, notes):
    browser = at_desk("manager of another service")
    assert "2 sentences" not in text(browser)
    send(browser, service)
    assert not Sample.objects.exists()


def test_who_waits_for_a_draw_is_told_when_it_comes(at_desk, browser, service, notes):
    leader = at_desk("leader of the team")
    assert "None of these was drawn at random" in leader.get("/review").content.decode()
    send(browser, service)
    assert "0 of 2 are read" in leader.get("/review").content.decode()


def test_page_costs_the_same_however_many_draws(browser, worker, client, service, notes):
    costs = []
    for years in ([2024], [2022, 2023]):
        for year in years:
            r.note(worker, client, f"Her cousin got a job in {year}.", day=dt.date(year, 3, 1))
        r.read(service.id)
        costs.append(cost(browser, "/review/drawn"))
    assert Sample.objects.count() == 3
    assert costs[1] <= costs[0]
