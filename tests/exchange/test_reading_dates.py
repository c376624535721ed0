"""Days are read day first, in every style people type, and never guessed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.exchange.workbooks.domain.readings.dates import DateRule, read_date
from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.files.api import Cell
from tests.exchange.reading import read_or_refused

TODAY = dt.date(2025, 6, 15)
HAPPENED = DateRule(dt.date(1950, 1, 1), TODAY + dt.timedelta(days=1), why_latest="lies in the future")
BORN = DateRule(dt.date(1900, 1, 1), TODAY, two_digit_years_past=True, why_latest="lies in the future")
STYLES = ["%d/%m/%Y", " %d.%m.%Y ", "%d-%b-%Y", "%d %B %Y", "%Y-%m-%d", "%d-%m-%Y", "%a %d %b %Y", "%d/%m/%Y 00:00:00"]


def _days(first: dt.date, last: dt.date) -> st.SearchStrategy[dt.date]:
    return st.dates(first, last)


@pytest.mark.parametrize(
    "cell",
    [
        dt.date(2024, 6, 24),
        dt.datetime(2024, 6, 24, 14, 30),
        "24/06/2024",
        " 24.06.2024 ",
        "24-Jun-24",
        "24 June 2024",
        "2024-06-24",
        "24/6/24",
        "24th June 2024",
        "24 of june, 2024",
        "Monday 24 June 2024",
        "24.06.24",
        "24 06 2024",
        "24-JUN-2024",
        "24/06/2024 14:30",
        "2024-06-24T00:00:00",
        "\u00a024/06/2024\u200e",
        "24Jun2024",
        "2024/6/24",
    ],
)
def test_every_style_of_one_day_is_that_day(cell: Cell) -> None:
    assert read_date(cell, HAPPENED) == dt.date(2024, 6, 24)


def test_a_month_written_first_is_refused_and_turned_round() -> None:
    with pytest.raises(CannotReadError) as refused:
        read_date("06/24/2024", HAPPENED)
    assert refused.value.sentence == (
        "06/24/2024 is not a date. The day comes before the month: 24/06/2024, if that is meant. "
        "Write the day, month and year, such as 28/02/2025."
    )


@pytest.mark.parametrize("blank", ["", "   ", "\u00a0", None])
def test_blank_is_no_day(blank: Cell | None) -> None:
    assert read_date(blank, HAPPENED) is None


@pytest.mark.parametrize(
    "cell",
    [
        "31/02/2025",
        "30/02/24",
        "00/01/2024",
        "24/13/2024",
        "June 2024",
        "tomorrow",
        "24/06",
        "??",
        "24/06-2024",
        "24 Juny 2024",
        "2024-06-31",
        "1/2/3",
        "24/06/2024x",
        "²4/06/2024",
    ],
)
def test_what_is_no_date_is_refused_and_said_how_to_write_it(cell: str) -> None:
    with pytest.raises(CannotReadError) as refused:
        read_date(cell, HAPPENED)
    assert refused.value.sentence == f"{cell} is not a date. Write the day, month and year, such as 28/02/2025."


@pytest.mark.parametrize(
    "cell", [45467.0, "45467", "2024", "45467.5", "20240624", dt.time(9, 30), dt.timedelta(hours=3)]
)
def test_a_bare_number_is_never_taken_for_a_day(cell: Cell) -> None:
    with pytest.raises(CannotReadError, match="is a number, not a date"):
        read_date(cell, HAPPENED)


@pytest.mark.parametrize(
    ("cell", "year"), [("24-Nov-44", 1944), ("14/06/25", 2025), ("15/06/25", 2025), ("16/06/25", 1925)]
)
def test_a_birth_year_of_two_digits_lies_in_the_past(cell: str, year: int) -> None:
    born = read_date(cell, BORN)
    assert born is not None
    assert born.year == year


@pytest.mark.parametrize(
    ("cell", "year"), [("01/02/50", 1950), ("01/02/99", 1999), ("01/02/00", 2000), ("01/02/25", 2025)]
)
def test_another_year_of_two_digits_lies_between_1950_and_2049(cell: str, year: int) -> None:
    assert read_date(cell, HAPPENED) == dt.date(year, 2, 1)


def test_the_twenty_ninth_of_february_of_a_two_digit_birth_year_is_read_in_a_leap_year() -> None:
    assert read_date("29/02/44", BORN) == dt.date(1944, 2, 29)


@pytest.mark.parametrize("cell", ["17/06/2025", "17-Jun-25", dt.date(2025, 6, 17), "01/01/2049"])
def test_what_has_happened_does_not_lie_ahead(cell: Cell) -> None:
    with pytest.raises(CannotReadError, match="lies in the future. Check the year"):
        read_date(cell, HAPPENED)


def test_one_day_ahead_is_taken_for_clocks_that_differ() -> None:
    assert read_date("16/06/2025", HAPPENED) == dt.date(2025, 6, 16)


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("16/06/2025", "16/06/2025 lies in the future. Check the year."),
        ("31/12/1899", "31/12/1899 lies before 01/01/1900. Check the year."),
        (dt.date(1066, 10, 14), "14/10/1066 lies before 01/01/1900. Check the year."),
    ],
)
def test_a_birth_beyond_a_life_is_refused(cell: Cell, sentence: str) -> None:
    with pytest.raises(CannotReadError) as refused:
        read_date(cell, BORN)
    assert refused.value.sentence == sentence


@given(day=_days(dt.date(1950, 1, 1), TODAY), style=st.sampled_from(STYLES))
def test_a_day_written_in_any_style_is_read_back(day: dt.date, style: str) -> None:
    assert read_date(f"{day:{style}}", HAPPENED) == day


@given(day=_days(dt.date(1926, 1, 1), TODAY), style=st.sampled_from(["%d/%m/%y", "%d-%b-%y", "%d.%m.%y"]))
def test_a_birth_of_the_last_ninety_nine_years_survives_two_digits(day: dt.date, style: str) -> None:
    assert read_date(f"{day:{style}}", BORN) == day


@given(st.one_of(st.text(max_size=30), st.from_regex(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}", fullmatch=True)))
def test_any_text_is_a_plausible_day_or_blank_or_refused_in_a_sentence(text: str) -> None:
    outcome = read_or_refused(lambda cell: read_date(cell, HAPPENED), text)
    if isinstance(outcome, CannotReadError):
        assert outcome.sentence.endswith(".")
    else:
        assert outcome is None or HAPPENED.earliest <= outcome <= HAPPENED.latest
