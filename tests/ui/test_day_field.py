"""A day in three boxes."""

import datetime as dt

import pytest
from django.forms import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from kith.ui.forms import DayField, Form


def cleaned(*typed, **options):
    return DayField(label="Day of the visit", required=False, **options).clean(typed)


def sentence(*typed, **options):
    with pytest.raises(ValidationError) as refused:
        cleaned(*typed, **options)
    return refused.value.messages[0]


@pytest.mark.parametrize("month", ["3", "03", "Mar", "march", " MARCH "])
def test_month_is_a_number_or_a_name(month):
    assert cleaned("27", month, "2024") == dt.date(2024, 3, 27)


def test_digits_of_another_script_are_digits():
    assert cleaned("١", "٢", "٢٠٢٤") == dt.date(2024, 2, 1)


def test_blank_boxes_are_no_day():
    assert cleaned("", " ", "") is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("27", "", "2024"), "Day of the visit must include a month."),
        (("", "", "2024"), "Day of the visit must include a day and a month."),
        (("31", "2", "2024"), "Day of the visit must be a real day, such as 27 3 2024."),
        (("1", "ju", "2024"), "Day of the visit must be a real day, such as 27 3 2024."),
        (("1", "13", "2024"), "Day of the visit must be a real day, such as 27 3 2024."),
        (("1", "2", "24"), "Day of the visit must have a year of four digits."),
    ],
)
def test_wrong_day_is_said_in_a_sentence(typed, said):
    assert sentence(*typed) == said


def test_day_in_the_future_is_refused_where_it_must_be_past(on_day):
    on_day("2025-03-31")
    assert cleaned("31", "3", "2025", past=True) == dt.date(2025, 3, 31)
    assert sentence("1", "4", "2025", past=True) == "Day of the visit must be today or in the past."


def test_day_outside_its_limits_is_refused():
    limits = {"earliest": dt.date(2024, 4, 1), "latest": dt.date(2025, 3, 31)}
    assert sentence("31", "3", "2024", **limits) == "Day of the visit must be on or after 1 April 2024."
    assert sentence("1", "4", "2025", **limits) == "Day of the visit must be on or before 31 March 2025."


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_day_is_read_back(day):
    assert cleaned(str(day.day), str(day.month), str(day.year)) == day


@given(st.tuples(st.text(max_size=6), st.text(max_size=12), st.text(max_size=6)))
def test_whatever_is_typed_gives_a_day_or_a_sentence(typed):
    try:
        assert isinstance(cleaned(*typed), dt.date | None)
    except ValidationError as refused:
        assert refused.messages[0].endswith(".")


class VisitForm(Form):
    day = DayField(label="Day of the visit")


def test_required_day_is_asked_for():
    assert VisitForm({}).errors["day"] == ["Enter day of the visit."]


def test_error_leads_to_the_first_box():
    assert VisitForm({}).error_links() == [{"text": "Enter day of the visit.", "href": "#id_day_day"}]


def test_unchanged_day_is_no_change():
    form = VisitForm({"day_day": "2", "day_month": "3", "day_year": "2024"}, initial={"day": dt.date(2024, 3, 2)})
    assert not form.has_changed()
