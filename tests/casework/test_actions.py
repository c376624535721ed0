"""Referrals, cases, plans, visits and signposts change only as they can, each with its trail."""

import datetime as dt

import pytest

from kith.audit.api import rows_of_client
from kith.casework import queries
from kith.casework.api import (
    GoalDetails,
    Visit,
    close_case,
    correct_session,
    decide_referral,
    follow_up_signpost,
    hold_session,
    make_signpost,
    receive_referral,
    set_plan,
    sign_off_plan,
)
from kith.kernel.errors import NotPossibleError, StaleError
from kith.people.api import amended_in_service
from kith.workforce.api import add_worker

DAY = dt.date(2024, 7, 1)
LATER = dt.date(2024, 10, 1)
NEVER = dt.date(2999, 1, 1)


@pytest.fixture
def referral(worker, client):
    return receive_referral(viewer=worker, client=client, source="GP", received_on=DAY)


@pytest.fixture
def plan(worker, client):
    goals = [GoalDetails("Walk to school", 8, 4)]
    return set_plan(viewer=worker, client=client, issue="Exercise", set_on=DAY, goals=goals)


@pytest.fixture
def session(worker, client):
    return hold_session(viewer=worker, client=client, visit=Visit(DAY, 45, note=" Met at the library. "))


def test_accepting_a_referral_opens_a_case_once_with_its_state(worker, client, referral):
    decide_referral(viewer=worker, referral=referral, decision="accepted", version=1, decided_on=LATER)

    case = queries.open_case_of(client)
    assert (case.referral, case.opened_on, case.state) == (referral, LATER, "open")
    with pytest.raises(NotPossibleError, match="already been accepted"):
        decide_referral(viewer=worker, referral=referral, decision="declined", version=2, reason="Out of area")
    second = receive_referral(viewer=worker, client=client, source="Self", received_on=LATER)
    decide_referral(viewer=worker, referral=second, decision="accepted", version=1)
    assert queries.cases_visible_to(worker).get() == case


def test_declining_a_referral_says_why_and_opens_nothing(worker, client, referral):
    with pytest.raises(NotPossibleError, match="why"):
        decide_referral(viewer=worker, referral=referral, decision="declined", version=1)
    decide_referral(viewer=worker, referral=referral, decision="declined", version=1, reason="Out of area")
    assert (referral.decision, referral.declined_reason) == ("declined", "Out of area")
    assert queries.open_case_of(client) is None
    assert rows_of_client(client.id)[0].verb == "declined"


def test_closing_a_case_adds_a_state_and_the_next_referral_opens_another(worker, client, referral):
    decide_referral(viewer=worker, referral=referral, decision="accepted", version=1, decided_on=DAY)
    case = queries.open_case_of(client)
    for reason, day in (("", LATER), ("Moved away", dt.date(2024, 6, 1)), ("Moved away", NEVER)):
        with pytest.raises(NotPossibleError):
            close_case(viewer=worker, case=case, reason=reason, closed_on=day)

    close_case(viewer=worker, case=case, reason="Moved away", closed_on=LATER)

    assert queries.open_case_of(client) is None
    assert list(case.states.order_by("since").values_list("state", flat=True)) == ["open", "closed"]
    with pytest.raises(NotPossibleError, match="already ended"):
        close_case(viewer=worker, case=case, reason="Moved away", closed_on=LATER)


def test_plan_with_its_goals_is_set_and_signed_off_once(worker, client, plan):
    goal = plan.goals.get()
    assert (goal.topic, goal.importance, goal.confidence) == ("Walk to school", 8, 4)
    with pytest.raises(NotPossibleError, match="before it was set"):
        sign_off_plan(viewer=worker, plan=plan, outcome="full", signed_off_on=dt.date(2024, 6, 1), version=1)
    with pytest.raises(StaleError):
        sign_off_plan(viewer=worker, plan=plan, outcome="full", signed_off_on=LATER, version=7)

    sign_off_plan(viewer=worker, plan=plan, outcome="part", signed_off_on=LATER, version=1)

    assert amended_in_service(plan.client.service_id, "plan") == {plan.id: {"outcome", "signed_off_on"}}
    with pytest.raises(NotPossibleError, match="already been signed off"):
        sign_off_plan(viewer=worker, plan=plan, outcome="full", signed_off_on=LATER, version=2)


@pytest.mark.parametrize(
    "wrong",
    [
        {"issue": ""},
        {"issue": "Local issue"},
        {"set_on": NEVER},
        {"goals": [GoalDetails("Walk", 11, 4)]},
        {"goals": [GoalDetails("Walk", 4, -1)]},
    ],
)
def test_plan_about_nothing_in_the_future_or_off_the_scale_is_refused(wrong, worker, client):
    with pytest.raises(NotPossibleError):
        set_plan(viewer=worker, client=client, **{"issue": "Diet", "set_on": DAY, **wrong})


def test_session_is_the_viewers_own_in_the_open_case_and_tidied(around, worker, client, referral, service):
    decide_referral(viewer=worker, referral=referral, decision="accepted", version=1, decided_on=DAY)
    [seat] = worker.own_seats
    own = add_worker(viewer=around["manager"], service_id=service.id, name="A", status="qualified", seat_id=seat)
    session = hold_session(viewer=worker, client=client, visit=Visit(DAY, 45, note=" Met at the library. "))
    assert (session.worker, session.case) == (own, queries.open_case_of(client))
    assert session.note == "Met at the library."


@pytest.mark.parametrize(
    "wrong",
    [
        {"held_on": NEVER},
        {"minutes": 1441},
        {"minutes": -5},
        {"mode": "pigeon"},
        {"anything_else": "perhaps"},
        {"attended": False, "anything_else": "nothing"},
    ],
)
def test_session_that_cannot_have_been_is_refused(wrong, worker, client):
    with pytest.raises(NotPossibleError):
        hold_session(viewer=worker, client=client, visit=Visit(**{"held_on": DAY, **wrong}))


def test_correcting_a_session_names_only_the_fields_that_differ(worker, client, session):
    visit = Visit(DAY, 30, note="Met at the library.")
    correct_session(viewer=worker, session=session, visit=visit, version=1, reason="It was half an hour")
    assert (session.minutes, session.version) == (30, 2)
    assert amended_in_service(session.client.service_id, "session") == {session.id: {"minutes"}}
    with pytest.raises(StaleError):
        correct_session(viewer=worker, session=session, visit=visit, version=1, reason="Again")
    with pytest.raises(NotPossibleError, match="why"):
        correct_session(viewer=worker, session=session, visit=visit, version=2, reason="")


def test_signpost_starts_not_known_and_is_followed_up_as_often_as_it_takes(worker, client):
    signpost = make_signpost(viewer=worker, client=client, to=" Walking group ", made_on=DAY)
    assert (signpost.to, signpost.outcome) == ("Walking group", "not_known")
    follow_up_signpost(viewer=worker, signpost=signpost, outcome="not_taken_up", version=1)
    follow_up_signpost(viewer=worker, signpost=signpost, outcome="taken_up", version=2)
    assert signpost.outcome == "taken_up"
    with pytest.raises(NotPossibleError):
        follow_up_signpost(viewer=worker, signpost=signpost, outcome="lost", version=3)
    with pytest.raises(NotPossibleError):
        make_signpost(viewer=worker, client=client, to="", made_on=DAY)
