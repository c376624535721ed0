"""How days, times and numbers read."""

import datetime as dt

import pytest

from kith.ui import words


def test_day_is_written_out():
    assert words.day(dt.date(2024, 6, 24)) == "24 June 2024"


def test_instant_late_in_the_evening_of_summer_is_the_next_day_in_london():
    assert words.day(dt.datetime(2024, 6, 24, 23, 30, tzinfo=dt.UTC)) == "25 June 2024"


def test_blank_day_stays_blank():
    assert words.day(None) == words.short_day(None) == ""


def test_short_day_names_another_year(on_day):
    on_day("2025-03-31")
    assert words.short_day(dt.date(2025, 1, 2)) == "2 Jan"
    assert words.short_day(dt.date(2024, 6, 24)) == "24 Jun 2024"


def test_clock_is_londons():
    assert words.clock(dt.datetime(2024, 6, 24, 13, 2, tzinfo=dt.UTC)) == "14:02"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, ""), (0, "0 minutes"), (1, "1 minute"), (45, "45 minutes"), (60, "1 hour"), (125, "2 hours 5 minutes"),
        (60_000, "1,000 hours"),
    ],
)  # fmt: skip
def test_minutes_are_said(given, said):
    assert words.minutes(given) == said


@pytest.mark.parametrize(("given", "places", "said"), [(1234567, 0, "1,234,567"), (3.25, 1, "3.2"), (None, 0, "")])
def test_count_has_commas(given, places, said):
    assert words.count(given, places) == said


@pytest.mark.parametrize(("given", "said"), [("9434765919", "943 476 5919"), ("12345", "12345"), ("", ""), (None, "")])
def test_nhs_number_is_grouped(given, said):
    assert words.nhs_number(given) == said


@pytest.mark.parametrize(("given", "said"), [(True, "Yes"), (False, "No"), (None, "Not known")])
def test_blank_is_never_no(given, said):
    assert words.yes_no(given) == said
