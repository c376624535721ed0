"""Pairs of readings: which first, which last, when they count, and who has none."""

import math

import pytest

from kith.analytics.intervals import mean_t


def test_pair_counts_when_its_last_reading_lies_in_the_period(small, value):
    client = small.client()
    small.reading(client, "baseline", "2023-06-01", 40)
    small.reading(client, "sign_off", "2024-04-01", 52)
    assert value("change.paired", measure="who_5") == 1
    assert value("change.mean", measure="who_5") == 12
    assert value("change.baseline", measure="who_5") == 0


def test_pair_whose_last_reading_lies_after_the_period_does_not_count(small, value):
    client = small.client()
    small.reading(client, "baseline", "2024-06-01", 40)
    small.reading(client, "review", "2024-09-01", 44)
    small.reading(client, "follow_up", "2025-04-01", 52)
    assert value("change.paired", measure="who_5") == 0
    assert value("change.baseline", measure="who_5") == 1
    assert value.figure("change.paired", measure="who_5").missing == 0


def test_pair_takes_the_earliest_baseline_and_the_last_other_reading(small, value):
    client = small.client()
    for stage, on, score in (
        ("baseline", "2024-05-01", 20),
        ("baseline", "2024-07-01", 60),
        ("review", "2024-06-01", 30),
        ("sign_off", "2024-08-01", 44),
    ):
        small.reading(client, stage, on, score)
    assert value("change.mean", measure="who_5") == 24
    assert value("change.paired", measure="who_5") == 1


def test_reading_on_the_day_of_the_baseline_makes_a_pair(small, value):
    client = small.client()
    small.reading(client, "baseline", "2024-05-01", 20)
    small.reading(client, "sign_off", "2024-05-01", 24)
    assert value("change.mean", measure="who_5") == 4


def test_reading_before_the_baseline_makes_no_pair(small, value):
    client = small.client()
    small.reading(client, "sign_off", "2024-04-20", 24)
    small.reading(client, "baseline", "2024-05-01", 20)
    assert value("change.paired", measure="who_5") == 0
    assert value.figure("change.paired", measure="who_5").missing == 1


def test_second_baseline_alone_makes_no_pair(small, value):
    client = small.client()
    small.reading(client, "baseline", "2024-05-01", 20)
    small.reading(client, "baseline", "2024-08-01", 24)
    assert value("change.paired", measure="who_5") == 0
    assert value("change.baseline", measure="who_5") == 1


def test_measures_do_not_mix(small, value):
    client = small.client()
    small.reading(client, "baseline", "2024-05-01", 20, "who_5")
    small.reading(client, "sign_off", "2024-08-01", 24, "self_efficacy")
    assert value("change.paired", measure="who_5") == 0


def test_mean_spread_and_interval_of_differences(small, value):
    changes = [-1.5, 0.25, 3.0, 7.0]
    for change in changes:
        client = small.client()
        small.reading(client, "baseline", "2024-05-01", 30, "bmi")
        small.reading(client, "sign_off", "2024-08-01", 30 + change, "bmi")
    figure, expected = value.figure("change.mean", measure="bmi"), mean_t(changes)
    assert figure.value == expected.value
    assert figure.interval == pytest.approx((expected.low, expected.high))
    assert figure.unit == "kg/m2"
    mean = sum(changes) / 4
    assert value("change.sd", measure="bmi") == pytest.approx(math.sqrt(sum((c - mean) ** 2 for c in changes) / 3))


def test_one_pair_has_a_mean_and_no_spread(small, value):
    client = small.client()
    small.reading(client, "baseline", "2024-05-01", 30, "bmi")
    small.reading(client, "sign_off", "2024-08-01", 29, "bmi")
    figure = value.figure("change.mean", measure="bmi")
    assert (figure.value, figure.base, figure.interval) == (-1, 1, None)
    assert value("change.sd", measure="bmi") is None
    assert value("change.mean", measure="who_5") is None


def test_why_there_is_no_second_reading(small, value):
    def reasons():
        names = ("not_yet_due", "declined", "not_reached", "not_offered", "closed", "not_known")
        found = {name: value("change.no_second_reading", measure="who_5", reason=name) for name in names}
        return {name: n for name, n in found.items() if n}

    client = small.client()
    small.reading(client, "baseline", "2025-01-06", 20)
    assert reasons() == {"not_known": 1}
    small.reading(client, "baseline", "2025-01-07", 20)
    assert reasons() == {"not_yet_due": 1}
    case = small.case(client, "2025-01-01", closed="2025-03-31")
    assert reasons() == {"closed": 1}
    small.missed(client, "not_reached", "2025-02-01")
    small.missed(client, "declined", "2025-03-01")
    small.missed(client, "not_offered", "2025-04-01")
    assert reasons() == {"declined": 1}
    assert case.client == client
    small.reading(client, "follow_up", "2025-03-31", 25)
    assert reasons() == {}


@pytest.mark.parametrize(
    ("plans", "closed"),
    [
        ([("2024-05-01", "2024-09-01")], True),
        ([("2024-05-01", "2025-04-01")], False),
        ([("2024-05-01", "2024-09-01"), ("2024-10-01", None)], False),
        ([("2024-05-01", None), ("2024-10-01", "2025-03-31")], True),
        ([("2024-05-01", "2024-09-01"), ("2025-04-01", None)], True),
    ],
)
def test_last_plan_of_the_time_tells_whether_the_work_had_ended(small, value, plans, closed):
    client = small.client()
    small.reading(client, "baseline", "2024-06-01", 20)
    for set_on, signed_off_on in plans:
        small.plan(client, set_on, signed_off_on=signed_off_on)
    assert value("change.no_second_reading", measure="who_5", reason="closed") == closed
