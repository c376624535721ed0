"""Referrals, sessions, plans and signposts as they are counted."""


def test_source_stands_as_given_and_blank_as_not_recorded(small, value):
    client = small.client()
    for source in ("GP", "gp", ""):
        small.referral(client, "2024-05-01", source=source)
    assert value("referrals.source", source="GP") == 1
    assert value("referrals.source", source="gp") == 1
    assert value("referrals.source", source="not_recorded") == 1


def test_waiting_is_printed_only_where_somebody_waits(small, value, system):
    client = small.client()
    small.referral(client, "2024-05-01", decision="accepted")
    from kith.reporting import api
    from tests.reporting.conftest import YEAR

    assert value("referrals.decision", decision="declined") == 0
    assert api.report(system, small.service, YEAR, "service").find("referrals.decision", decision="waiting") is None
    small.referral(client, "2024-05-02")
    assert value("referrals.decision", decision="waiting") == 1


def test_reasons_are_of_declined_referrals_only(small, value):
    client = small.client()
    small.referral(client, "2024-05-01", decision="declined", declined_reason="Out of area")
    small.referral(client, "2024-05-01", decision="accepted", declined_reason="Out of area")
    figure = value.figure("referrals.declined_reason", reason="Out of area")
    assert (figure.value, figure.base) == (1, 1)


def test_minutes_are_of_attended_sessions_and_those_without_are_missing(small, value):
    client = small.client()
    small.session(client, "2024-05-01", minutes=40)
    small.session(client, "2024-05-02", minutes=None)
    small.session(client, "2024-05-03", minutes=25, attended=False)
    figure = value.figure("sessions.minutes")
    assert (figure.value, figure.base, figure.missing) == (40, 2, 1)


def test_minutes_on_the_day_of_the_first_plan_are_with_a_plan(small, value):
    client, other = small.client(), small.client()
    small.session(client, "2024-05-01", minutes=10)
    small.session(client, "2024-05-02", minutes=20)
    small.plan(client, "2024-05-02")
    small.plan(client, "2024-08-02")
    small.session(other, "2024-05-02", minutes=40)
    assert value("how.minutes", time="before_plan") == 10
    assert value("how.minutes", time="with_plan") == 20
    assert value("how.minutes", time="never_planned") == 40
    assert value("credit_gap.minutes_with_no_place") == 50


def test_first_plan_counts_also_outside_the_period(small, value):
    client = small.client()
    small.plan(client, "2023-01-01")
    small.session(client, "2024-05-01", minutes=10)
    assert value("how.minutes", time="with_plan") == 10
    later = small.client()
    small.session(later, "2024-05-01", minutes=15)
    small.plan(later, "2026-01-01")
    assert value("how.minutes", time="before_plan") == 15


def test_same_worker_is_the_share_with_the_most_usual_one(small, value):
    one, two = small.worker(), small.worker()
    client, other = small.client(), small.client()
    for worker in (one, one, two):
        small.session(client, "2024-05-01", worker=worker)
    small.session(other, "2024-05-01", worker=two)
    small.session(other, "2024-05-01", worker=None)
    figure = value.figure("how.same_worker")
    assert (figure.value, figure.base, figure.missing, figure.interval) == (0.75, 4, 1, None)


def test_plan_without_an_outcome_is_ongoing_and_without_an_issue_not_recorded(small, value):
    client = small.client()
    small.plan(client, "2024-05-01", issue="")
    small.plan(client, "2024-05-01", outcome="full")
    assert value("plans.outcome", outcome="ongoing") == 1
    assert value("plans.issue", issue="not_recorded") == 1
    assert value.figure("plans.issue", issue="Diet").missing == 1


def test_local_issues_are_sorted_by_their_words_and_those_without_are_missing(small, value):
    client = small.client()
    for words in ("debt letters", "damp flat / housing", "qwertz", ""):
        small.plan(client, "2024-05-01", issue="Local issue", issue_words=words)
    assert value("issues.domain", domain="money") == 1
    assert value("issues.domain", domain="housing") == 1
    figure = value.figure("issues.domain", domain="unsorted")
    assert (figure.value, figure.base, figure.missing) == (1, 4, 1)


def test_signpost_of_unknown_outcome_is_neither_taken_up_nor_not(small, value):
    client = small.client()
    small.signpost(client, "2024-05-01", "not_known")
    small.signpost(client, "2024-05-01", "taken_up")
    figure = value.figure("signposts.outcome", outcome="taken_up")
    assert (figure.value, figure.base, figure.missing) == (1, 2, 1)
    assert value("signposts.outcome", outcome="not_taken_up") == 0


def test_worker_employed_at_any_time_of_the_period_counts(small, value):
    small.worker(started_on="2025-03-31")
    small.worker(left_on="2024-04-01")
    small.worker()
    small.worker(left_on="2024-03-31")
    small.worker(started_on="2025-04-01")
    assert value("workforce.workers", status="qualified") == 3


def test_asked_and_nothing_differs_from_not_asked(small, value):
    client = small.client()
    small.session(client, "2024-05-01", anything_else="nothing")
    small.session(client, "2024-05-01")
    small.session(client, "2024-05-01", anything_else="something", attended=False)
    assert value("ripples.asked", answer="nothing") == 1
    assert value("ripples.asked", answer="not_asked") == 1
    assert value("ripples.asked", answer="something") == 0
