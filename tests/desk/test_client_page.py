"""A client's page: who she is, how things stand, what happened; opening it is written down."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.urls import reverse

from kith.audit.api import rows_of_client
from kith.casework.api import Visit, close_case, hold_session, open_case_of
from kith.desk.queries import history_of
from kith.desk.web.presenters.client import banner, changes, next_step
from kith.desk.web.presenters.timeline import timeline
from kith.kernel.days import today
from kith.people.models import PossibleDuplicate
from tests.factories.clients import details, registered
from tests.factories.history import ACCOUNT, with_a_past


@pytest.fixture
def address(client):
    return reverse("desk:client", args=[client.id])


@pytest.fixture
def past(worker, client):
    return with_a_past(worker, client)


def test_client_page_shows_who_she_is_how_things_stand_and_what_happened(past, at_desk, address):
    shown = at_desk("own worker").get(address).content.decode()
    for words in (
        "Zoë Walker", "8 January 1963", "Exercise", "37.2 → 35.1: down 2.1", "Met at the library", "Walking group",
        ACCOUNT, "Plan set (PHP)", "Questions not asked", "Referral", "To be checked",
    ):  # fmt: skip
        assert words in shown


def test_opening_a_client_page_is_written_down_without_a_value(past, at_desk, address, client, worker):
    at_desk("own worker").get(address)
    row = rows_of_client(client.id)[0]
    assert (row.verb, row.actor_id) == ("viewed", worker.actor.id)
    assert "Walker" not in str(row.__dict__)


def test_links_of_charge_are_for_leaders_and_managers_only(at_desk, address):
    assert "Who has seen this record" in at_desk("leader of the team").get(address).content.decode()
    assert "Who has seen this record" not in at_desk("own worker").get(address).content.decode()


def test_timeline_is_newest_first_with_every_kind_once(past, worker, client):
    close_case(viewer=worker, case=open_case_of(client), reason="Moved away", closed_on=today())
    entries = timeline(history_of(worker, client, 50))
    assert [entry.when for entry in entries] == sorted((entry.when for entry in entries), reverse=True)
    titles = [entry.title for entry in entries]
    assert sorted(titles) == [
        "Plan set (PHP)", "Questions answered", "Questions answered", "Questions not asked: Wellbeing score (WHO-5)",
        "Referral", "Signpost", "Something else changed: better", "The work ended", "Visit or call",
    ]  # fmt: skip


def test_timeline_is_paged_by_fifty(worker, client, at_desk, address):
    for number in range(60):
        hold_session(
            viewer=worker, client=client, visit=Visit(today() - dt.timedelta(days=number), 5, note=f"Note {number}.")
        )
    browser = at_desk("own worker")
    first, second = (browser.get(f"{address}?page={number}").content.decode() for number in (1, 2))
    assert "Note 49." in first
    assert "Note 50." not in first
    assert "Note 50." in second
    assert "Note 59." in second
    assert "At a glance" not in second
    for nonsense in ("0", "x", "999"):
        assert browser.get(f"{address}?page={nonsense}").status_code == 404


def test_visit_not_attended_is_told_as_dna_without_minutes(worker, client):
    hold_session(viewer=worker, client=client, visit=Visit(today(), 0, attended=False, note="Left a message."))
    [entry] = timeline(history_of(worker, client, 50))
    assert entry.title == "Did not attend (DNA)"
    assert [line.text for line in entry.lines] == ["Face to face"]


def test_visit_nobody_wrote_down_as_attended_or_not_says_so(worker, client):
    hold_session(viewer=worker, client=client, visit=Visit(today(), 30, attended=None))
    [entry] = timeline(history_of(worker, client, 50))
    assert "not written down whether they came" in entry.lines[0].text


def test_next_step_is_what_was_agreed_last_else_what_the_record_asks_for(worker, client):
    assert "plan when they are ready" in next_step(history_of(worker, client, 50))
    with_a_past(worker, client)
    assert next_step(history_of(worker, client, 50)) == "Ask what became of the signpost"
    hold_session(viewer=worker, client=client, visit=Visit(today(), 30, next_step="Swim together on Tuesday"))
    assert next_step(history_of(worker, client, 50)) == "Swim together on Tuesday"


def test_change_is_told_from_the_first_to_the_last_of_each_measure():
    def reading(value, day):
        return SimpleNamespace(measure="who_5", value_thousandths=value * 1000, taken_on=dt.date(2024, 7, day))

    assert changes([reading(52, 3), reading(44, 2), reading(40, 1)]) == [("who_5", "40 → 52: up 12 (better)")]
    assert changes([reading(40, 1)]) == [("who_5", "40 on 1 Jul 2024")]


def test_banner_marks_an_nhs_number_that_fails_its_check(worker, service):
    client = registered(worker, service, nhs_number="9434765918")
    client.consent = None
    said = {row["key"]: str(row["value"]) for row in banner(client)}
    assert said["NHS number"] == "943 476 5918 (fails its check)"
    assert said["Agrees to learning from their words"] == "Not asked yet"


@pytest.fixture
def pair(worker, client, service):
    twin = registered(worker, service, surname="Walkere")
    return PossibleDuplicate.objects.create(service=service, first=client, second=twin)


def test_possible_repeat_is_pointed_out_and_decided_by_those_in_charge(pair, at_desk, address, client):
    assert "Ask your team leader" in at_desk("own worker").get(address).content.decode()
    leader, page = at_desk("leader of the team"), reverse("desk:pair", args=[pair.id])
    assert page in leader.get(address).content.decode()
    shown = leader.get(page).content.decode()
    assert "Walkere" in shown
    assert "Differs" in shown

    sent = leader.post(page, {"key": "01234567-89ab-7def-8123-456789abcdef"}, follow=True)

    assert "these are two people" in sent.content.decode()
    assert "another client" not in leader.get(address).content.decode()
    assert leader.get(page).status_code == 404


def test_every_pair_within_sight_is_listed_and_leads_to_its_page(pair, at_desk):
    listed = at_desk("manager").get(reverse("desk:pairs")).content.decode()
    assert reverse("desk:pair", args=[pair.id]) in listed
    assert "Walkere" in listed
    assert "Walkere" not in at_desk("manager of another service").get(reverse("desk:pairs")).content.decode()


def test_who_saw_names_people_and_deeds_and_no_value(past, at_desk, client):
    at_desk("own worker").get(reverse("desk:client", args=[client.id]))
    shown = at_desk("manager").get(reverse("desk:who_saw", args=[client.id])).content.decode()
    for words in ("Opened the record", "Recorded: a visit or call", "Registered the client", "not for judging"):
        assert words in shown
    assert "Met at the library" not in shown
    assert details().postcode not in shown
