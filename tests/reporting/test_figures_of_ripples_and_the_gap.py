"""Tellings, changes after linking, and what the return has a place for."""

from kith.kernel.ids import new_id

CLIENT = "client_outcome"


def gap(value, account=CLIENT):
    names = ("held", "blunt", "left_empty", "no_place")
    return tuple(value("credit_gap.changes", account=account, standing=name) for name in names)


def test_linked_tellings_are_one_change_dated_by_the_earliest_accepted(small, value):
    client, change = small.client(), new_id()
    small.telling(client, "2024-03-01", "accepted", "withdrawn", change_id=change, direction="harm")
    small.telling(client, "2024-06-01", "accepted", change_id=change)
    small.telling(client, "2024-07-01", "accepted", change_id=change, beneficiary="friend")
    assert value("ripples.accepted_total") == 1
    assert value("ripples.accepted", through="client", beneficiary="family", direction="gain") == 1
    assert gap(value, "ripple") == (0, 0, 0, 1)


def test_newest_state_governs(small, value):
    client = small.client()
    small.telling(client, "2024-06-01", "proposed")
    small.telling(client, "2024-06-01", "proposed", "rejected")
    small.telling(client, "2024-06-01")
    assert value("ripples.proposed_total") == 1
    assert value("ripples.proposed", through="client", beneficiary="family", direction="gain") == 1
    assert value("ripples.accepted_total") == 0


def test_change_through_a_worker_is_an_account_of_its_own(small, value):
    small.telling(None, "2024-06-01", "accepted", through="worker", beneficiary="worker", direction="harm")
    assert gap(value, "workforce") == (0, 0, 0, 1)
    assert gap(value, "ripple") == (0, 0, 0, 0)
    assert value("credit_gap.by_direction", account="workforce", standing="no_place", direction="harm") == 1


def test_plan_outcomes_stand_by_their_issue_label(small, value):
    for issue in ("Diet", " local  ISSUE", "", "Sleep"):
        small.plan(small.client(), "2024-05-01", issue=issue, outcome="full", signed_off_on="2024-09-01")
    assert gap(value) == (1, 1, 1, 1)


def test_not_achieved_is_a_change_of_no_direction_and_ongoing_is_none(small, value):
    small.plan(small.client(), "2024-05-01", outcome="none", signed_off_on="2024-09-01")
    small.plan(small.client(), "2024-05-01", outcome="ongoing", signed_off_on="2024-09-01")
    assert gap(value) == (1, 0, 0, 0)
    assert value("credit_gap.by_direction", account=CLIENT, standing="held", direction="none") == 1


def test_plan_counts_on_the_day_of_sign_off(small, value):
    small.plan(small.client(), "2023-05-01", outcome="full", signed_off_on="2025-03-31")
    small.plan(small.client(), "2024-05-01", outcome="full", signed_off_on="2025-04-01")
    small.plan(small.client(), "2024-05-01", outcome="full")
    assert gap(value) == (1, 0, 0, 0)


def test_two_plans_of_one_case_with_one_domain_and_direction_are_one_change(small, value):
    client = small.client()
    case, second = small.case(client, "2024-04-01"), small.case(client, "2024-08-01")
    ended = {"signed_off_on": "2024-09-01"}
    small.plan(client, "2024-05-01", issue="Diet", outcome="full", case=case, **ended)
    small.plan(client, "2024-06-01", issue="Exercise", outcome="part", case=case, **ended)
    assert gap(value) == (1, 0, 0, 0)
    small.plan(client, "2024-06-01", issue="Exercise", outcome="none", case=case, **ended)
    assert gap(value) == (2, 0, 0, 0)
    small.plan(client, "2024-08-01", issue="Diet", outcome="full", case=second, **ended)
    assert gap(value) == (3, 0, 0, 0)


def test_change_held_once_is_held(small, value):
    client = small.client()
    case = small.case(client, "2024-04-01")
    ended = {"signed_off_on": "2024-09-01", "outcome": "full", "case": case}
    small.plan(client, "2024-05-01", issue="Local issue", issue_words="weight", **ended)
    small.plan(client, "2024-06-01", issue="Diet", **ended)
    assert gap(value) == (1, 0, 0, 0)


def test_plans_about_nothing_known_are_changes_of_their_own(small, value):
    client = small.client()
    case = small.case(client, "2024-04-01")
    for words in ("", "", "qwertz"):
        small.plan(
            client,
            "2024-05-01",
            issue="Local issue",
            issue_words=words,
            outcome="full",
            signed_off_on="2024-09-01",
            case=case,
        )
    assert gap(value) == (0, 3, 0, 0)
