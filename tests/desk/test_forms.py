"""Each form changes the record once, or says what is wrong and loses nothing."""

import datetime as dt
from uuid import uuid4

import pytest
from django.urls import reverse

from kith.casework.api import (
    Visit,
    cases_visible_to,
    hold_session,
    make_signpost,
    plans_visible_to,
    receive_referral,
    referrals_visible_to,
    sessions_visible_to,
    set_plan,
    signposts_visible_to,
)
from kith.kernel.days import today
from kith.measures.api import missed_readings_visible_to, readings_visible_to
from kith.people.api import clients_visible_to, consent_of
from kith.ripples.api import tell, telling_for, tellings_visible_to
from kith.workforce.api import add_worker
from tests.factories.history import ACCOUNT, told


def day(given: dt.date, name: str) -> dict[str, str]:
    return {f"{name}_day": str(given.day), f"{name}_month": str(given.month), f"{name}_year": str(given.year)}


def visit(**given) -> dict[str, str]:
    usual = {
        "attended": "yes", "minutes": "45", "mode": "phone", "note": "Rang.", "anything_else": "nothing",
        "next_step": "",
    }  # fmt: skip
    return {**usual, **day(today(), "held_on"), **given}


TOLD = {
    "told-account": ACCOUNT, "told-beneficiary": "family", "told-domain": "health behaviour", "told-direction": "gain",
    "told-how": "told", "told-told_by": "client",
}  # fmt: skip
PERSON = {
    "first_name": "Zoë", "surname": "Walker", **day(dt.date(1963, 1, 8), "date_of_birth"), "sex": "female",
    "ethnicity": "A", "gp_registered": "yes", "postcode": "NX6 8HA",
}  # fmt: skip


@pytest.fixture
def send(at_desk, client):
    """`send("visit", fields)` sends a form of the client as her worker, and returns the answer's page."""
    browser = at_desk("own worker")

    def post(page, fields, record=None, *, key=None, stance=None):
        sender = at_desk(stance) if stance else browser
        address = reverse(f"desk:{page}", args=[(record or client).id])
        return sender.post(address, {"key": str(key or uuid4()), **fields}, follow=True).content.decode()

    return post


def test_visit_is_saved_and_said_so(send, worker):
    assert "The visit is saved." in send("visit", visit())
    session = sessions_visible_to(worker).get()
    assert (session.minutes, session.mode, session.attended, session.note) == (45, "phone", True, "Rang.")
    assert session.anything_else == "nothing"


def test_visit_sent_twice_is_saved_once(send, worker):
    key = uuid4()
    for _ in range(2):
        assert "The visit is saved." in send("visit", visit(), key=key)
    assert sessions_visible_to(worker).count() == 1


def test_visit_and_what_else_changed_are_saved_together(send, worker, client):
    send("visit", visit(anything_else="something") | TOLD)
    session, telling = sessions_visible_to(worker).get(), tellings_visible_to(worker).get()
    assert (telling.source_room, telling.source_id, telling.told_on) == ("casework", session.id, session.held_on)
    assert (telling.account, telling.grade, telling.state) == (ACCOUNT, "T", "draft")


def test_visit_with_an_unfinished_telling_saves_neither_and_keeps_the_words(send, worker):
    shown = send("visit", visit(anything_else="something") | TOLD | {"told-domain": ""})
    assert "There is a problem" in shown
    assert ACCOUNT in shown
    assert not sessions_visible_to(worker).exists()
    assert not tellings_visible_to(worker).exists()


def test_visit_not_attended_asks_for_neither_minutes_nor_what_else_changed(send, worker):
    send("visit", visit(attended="no", minutes="", anything_else=""))
    session = sessions_visible_to(worker).get()
    assert (session.attended, session.minutes, session.anything_else) == (False, None, "not_asked")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"minutes": ""}, "Enter the minutes"),
        ({"anything_else": ""}, "say that you did not ask"),
        ({"held_on_year": "2999"}, "today or in the past"),
        ({"attended": "no", "anything_else": "nothing"}, "Nobody can be asked"),
        ({"key": ""}, "Open the page again"),
    ],
)
def test_visit_that_is_wrong_says_what_and_saves_nothing(wrong, words, send, worker):
    assert words in send("visit", visit(**wrong))
    assert not sessions_visible_to(worker).exists()


def test_leader_says_who_met_the_client(send, around, service):
    other = add_worker(viewer=around["manager"], service_id=service.id, name="Janet Doyle", status="qualified")
    send("visit", visit(worker=str(other.id)), stance="leader of the team")
    assert sessions_visible_to(around["manager"]).get().worker == other


def test_visit_is_corrected_with_a_reason_and_a_second_hand_is_stopped(send, worker, client):
    session = hold_session(viewer=worker, client=client, visit=Visit(today(), 45))
    corrected = visit(minutes="30", version="1", reason="It was half an hour")
    assert "The visit is corrected." in send("correct_visit", corrected, session)
    assert "Somebody else changed" in send("correct_visit", corrected, session)
    assert "There is a problem" in send("correct_visit", {**corrected, "reason": ""}, session)
    session.refresh_from_db()
    assert (session.minutes, session.version) == (30, 2)


def test_details_are_corrected_with_a_reason(send, client):
    send("details", {**PERSON, "surname": "Walkere", "version": "1", "reason": "Misspelt"})
    client.refresh_from_db()
    assert client.sorted_name == "walkere, zoë"
    shown = send("details", {**PERSON, "surname": "Wolker", "version": "1", "reason": "Misspelt"})
    assert "Somebody else changed" in shown
    assert "Wolker" in shown


def test_consent_is_recorded_and_has_no_answer_beforehand(send, client):
    assert "There is a problem" in send("consent", {})
    assert consent_of(client, "evaluation") == "not_asked"
    send("consent", {"answer": "no"})
    assert consent_of(client, "evaluation") == "no"


def test_plan_is_set_and_signed_off(send, worker):
    given = {**day(today(), "set_on"), "issue": "Local issue", "topic": "Pay the fuel bill", "importance": "9"}
    assert "what the local issue is" in send("plan", given)
    send("plan", {**given, "issue_words": "fuel bills"})
    plan = plans_visible_to(worker).get()
    assert (plan.issue_words, plan.goals.get().importance, plan.goals.get().confidence) == ("fuel bills", 9, None)
    send("sign_off", {"outcome": "part", **day(today(), "signed_off_on"), "version": "1"}, plan)
    plan.refresh_from_db()
    assert plan.outcome == "part"


def test_plan_signed_off_by_two_is_signed_off_once(send, worker, client):
    plan = set_plan(viewer=worker, client=client, issue="Diet", set_on=today())
    given = {"outcome": "full", **day(today(), "signed_off_on"), "version": "1"}
    send("sign_off", given, plan)
    assert "already been signed off" in send("sign_off", {**given, "outcome": "none"}, plan)


def test_questions_of_a_day_are_saved_together_or_not_at_all(send, worker):
    given = {**day(today(), "taken_on"), "stage": "baseline", "bmi": "37.2", "who_5": "140"}
    assert "between 0 and 100" in send("readings", given)
    assert not readings_visible_to(worker).exists()
    send("readings", {**given, "who_5": "40"})
    assert {(each.measure, each.value_thousandths) for each in readings_visible_to(worker)} == {
        ("bmi", 37_200), ("who_5", 40_000),
    }  # fmt: skip
    assert "at least one" in send("readings", {**day(today(), "taken_on"), "stage": "baseline"})


def test_number_is_corrected(send, worker):
    send("readings", {**day(today(), "taken_on"), "stage": "baseline", "bmi": "37.2"})
    reading = readings_visible_to(worker).get()
    given = {"value": "27.2", **day(today(), "taken_on"), "stage": "baseline", "version": "1", "reason": "Mistyped"}
    assert "between 10 and 80" in send("correct_reading", {**given, "value": "2.72"}, reading)
    send("correct_reading", given, reading)
    reading.refresh_from_db()
    assert reading.value_thousandths == 27_200


def test_questions_not_asked_have_their_reason(send, worker):
    send("missed_reading", {"measure": "who_5", "reason": "declined"})
    assert missed_readings_visible_to(worker).get().reason == "declined"


def test_signpost_is_made_and_followed_up(send, worker):
    send("signpost", {"to": "Walking group", **day(today(), "made_on")})
    signpost = signposts_visible_to(worker).get()
    send("follow_up", {"outcome": "taken_up", "version": "1"}, signpost)
    signpost.refresh_from_db()
    assert signpost.outcome == "taken_up"


def test_referral_is_received_accepted_and_the_work_ended(send, worker):
    assert "no referral was accepted" in send("end_work", {"reason": "Moved", **day(today(), "closed_on")})
    send("referral", {"source": "GP", **day(today(), "received_on")})
    referral = referrals_visible_to(worker).get()
    assert "why the referral is declined" in send("decide_referral", {"decision": "declined", "version": "1"}, referral)
    send("decide_referral", {"decision": "accepted", "version": "1"}, referral)
    assert cases_visible_to(worker).get().state == "open"
    send("end_work", {"reason": "Moved", **day(today(), "closed_on")})
    assert cases_visible_to(worker).get().state == "closed"


def test_something_else_is_told_and_accepted_by_the_same_worker(send, worker):
    send("telling", {name.removeprefix("told-"): value for name, value in TOLD.items()} | {"people_low": "2"})
    telling = tellings_visible_to(worker).get()
    assert (telling.people_low, telling.people_high) == (2, 2)
    assert "decision is saved" in send(
        "check_telling", {"decision": "accept", "account": ACCOUNT, "version": "1"}, telling
    )
    assert telling_for(worker, telling.id).state == "accepted"


def test_telling_that_names_somebody_waits_until_the_relation_stands_there(send, worker, client):
    telling = tell(viewer=worker, client=client, told=told(account="Her neighbour Dave swims at Marlfield."))
    given = {"decision": "accept", "account": telling.account, "version": "1"}
    shown = send("check_telling", given, telling)
    assert "seem to name somebody" in shown
    assert telling_for(worker, telling.id).state == "draft"
    words = {**given, "account": "Her neighbour swims at Marlfield.", "not_names": "Marlfield"}
    assert "decision is saved" in send("check_telling", words, telling)


def test_telling_is_sent_back_with_a_question(send, worker, client):
    telling = tell(viewer=worker, client=client, told=told())
    given = {"decision": "query", "account": ACCOUNT, "version": "1"}
    assert "Say why." in send("check_telling", given, telling)
    send("check_telling", {**given, "reason": "Whose sister?"}, telling)
    assert telling_for(worker, telling.id).state == "queried"


def test_two_tellings_of_one_change_are_made_one_at_acceptance(send, worker, client):
    first, second = (tell(viewer=worker, client=client, told=told(account=words)) for words in (ACCOUNT, "She walks."))
    given = {"decision": "accept", "account": "She walks.", "version": "1", "same_as": str(first.id)}
    send("check_telling", given, second)
    second.refresh_from_db()
    assert second.change_id == first.change_id


def test_telling_withdrawn_is_shown_with_nothing_left_to_decide(send, at_desk, worker, client):
    telling = tell(viewer=worker, client=client, told=told())
    send("check_telling", {"decision": "withdraw", "account": ACCOUNT, "version": "1", "reason": "She asked"}, telling)
    shown = at_desk("own worker").get(reverse("desk:check_telling", args=[telling.id])).content.decode()
    assert "Withdrawn" in shown
    assert ACCOUNT in shown
    assert "What do you decide?" not in shown


def test_client_is_given_to_another_worker(send, around, service, client):
    [seat] = around["other worker"].own_seats
    add_worker(viewer=around["manager"], service_id=service.id, name="B", status="qualified", seat_id=seat)
    send("allocate", {"seat": str(seat), "version": "1"}, stance="manager")
    assert clients_visible_to(around["other worker"]).get() == client


def test_new_client_is_registered_once_and_opened(at_desk, worker):
    browser, key = at_desk("own worker"), str(uuid4())
    fields = {**PERSON, "first_name": "New", **day(today(), "first_contact_on"), "reference": "B2", "key": key}
    for _ in range(2):
        assert "New Walker" in browser.post("/clients/new", fields, follow=True).content.decode()
    assert clients_visible_to(worker).filter(reference="B2").count() == 1
    again = browser.post("/clients/new", {**fields, "key": str(uuid4())}).content.decode()
    assert "Another client of the service has that reference." in again


def test_referral_waiting_is_decided_from_the_timeline(worker, client, at_desk):
    referral = receive_referral(viewer=worker, client=client, source="GP", received_on=today())
    make_signpost(viewer=worker, client=client, to="Walking group", made_on=today())
    shown = at_desk("own worker").get(reverse("desk:client", args=[client.id])).content.decode()
    assert reverse("desk:decide_referral", args=[referral.id]) in shown
