"""Days and periods, in London."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.days import Period, WrongPeriodError, age_on, financial_year, now, today
from kith.kernel.errors import KithError

YEARS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


def test_today_just_after_midnight_in_a_london_summer_is_the_new_day(on_day):
    on_day("2025-07-01", "00:30")
    assert now().date() == dt.date(2025, 6, 30)
    assert today() == dt.date(2025, 7, 1)


def test_now_is_in_utc(on_day):
    on_day("2025-07-01", "12:00")
    assert now() == dt.datetime(2025, 7, 1, 11, tzinfo=dt.UTC)


def test_period_counts_both_ends():
    quarter = Period(dt.date(2025, 1, 1), dt.date(2025, 3, 31))
    assert dt.date(2025, 1, 1) in quarter
    assert dt.date(2025, 3, 31) in quarter
    assert dt.date(2024, 12, 31) not in quarter
    assert dt.date(2025, 4, 1) not in quarter


def test_period_of_one_day_holds_it():
    day = dt.date(2025, 1, 1)
    assert day in Period(day, day)


def test_period_that_ends_before_it_begins_is_refused_in_a_sentence():
    with pytest.raises(WrongPeriodError) as refusal:
        Period(dt.date(2025, 4, 1), dt.date(2025, 3, 31))
    assert refusal.value.sentence == "The period ends on 31/03/2025, before it begins on 01/04/2025."
    assert isinstance(refusal.value, KithError)


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        ("2024-02-01", "2024-02-29", True),
        ("2023-02-01", "2024-02-28", False),
        ("2024-04-01", "2025-03-31", True),
        ("2024-04-02", "2025-03-31", False),
        ("9999-12-01", "9999-12-31", True),
    ],
)
def test_period_of_whole_months_begins_and_ends_with_a_month(first, last, whole):
    assert Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last)).whole_months == whole


@pytest.mark.parametrize(
    ("day", "first"),
    [("2025-03-31", "2024-04-01"), ("2025-04-01", "2025-04-01"), ("2024-02-29", "2023-04-01")],
)
def test_financial_year_begins_on_the_first_of_april(day, first):
    year = financial_year(dt.date.fromisoformat(day))
    assert year.first == dt.date.fromisoformat(first)
    assert year.last == dt.date(year.first.year + 1, 3, 31)


@given(YEARS)
def test_financial_year_holds_its_day(day):
    assert day in financial_year(day)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("1944-11-24", "2025-11-23", 80),
        ("1944-11-24", "2025-11-24", 81),
        ("2000-02-29", "2025-02-28", 24),
        ("2000-02-29", "2025-03-01", 25),
        ("2025-01-01", "2025-01-01", 0),
    ],
)
def test_age_changes_on_the_birthday(born, day, age):
    assert age_on(dt.date.fromisoformat(born), dt.date.fromisoformat(day)) == age


@given(YEARS, YEARS)
def test_age_never_falls_from_one_day_to_the_next(born, day):
    assert age_on(born, day + dt.timedelta(days=1)) - age_on(born, day) in (0, 1)
