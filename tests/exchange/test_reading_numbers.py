"""Numbers and lengths of time are read exactly, or refused."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.exchange.workbooks.domain.readings.minutes import read_minutes
from kith.exchange.workbooks.domain.readings.numbers import read_number, read_thousandths, read_whole
from kith.files.api import Cell
from tests.exchange.reading import read_or_refused


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        (45.0, 45),
        (45, 45),
        ("45", 45),
        (" 30 mins ", 30),
        ("30mins", 30),
        ("30 min.", 30),
        ("0 mins", 0),
        ("1 hr", 60),
        ("2 Hours", 120),
        ("1h 15", 75),
        ("1 hr 15 mins", 75),
        ("1 hour and 15 minutes", 75),
        ("1h15m", 75),
        ("1:15", 75),
        ("1.5 hours", 90),
        ("01:15:00", 75),
        (dt.time(1, 15), 75),
        (dt.timedelta(minutes=75), 75),
        (0.0, 0),
        (1440, 1440),
        ("", None),
        (" ", None),
        (None, None),
    ],
)
def test_a_length_of_time_is_read_in_minutes(cell: Cell | None, minutes: int | None) -> None:
    assert read_minutes(cell) == minutes


@pytest.mark.parametrize(
    "cell", ["about an hour", "30-45", "1h 15 30", "mins", "٣٠", "1:75", "-", "3O", dt.date(2024, 1, 1)]
)
def test_what_is_no_length_of_time_is_refused(cell: Cell) -> None:
    with pytest.raises(CannotReadError, match=r"is not a length of time. Write the minutes, such as 45\."):
        read_minutes(cell)


@pytest.mark.parametrize("cell", [-5.0, 1441, "25 hours", 154495.0])
def test_more_than_a_day_or_less_than_nothing_is_refused(cell: Cell) -> None:
    with pytest.raises(CannotReadError, match="is out of range: it must lie between 0 and 1440"):
        read_minutes(cell)


def test_half_a_minute_is_refused() -> None:
    with pytest.raises(CannotReadError, match="7.5 is not a whole number of minutes"):
        read_minutes(7.5)


@given(st.integers(0, 1440), st.sampled_from(["{}", "{} mins", "{}min", " {}  minutes", "{}.0"]))
def test_minutes_written_in_any_way_are_read_back(minutes: int, style: str) -> None:
    assert read_minutes(style.format(minutes)) == minutes
    assert read_minutes(float(minutes)) == minutes


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (37.2, "37.2"),
        ("37.2", "37.2"),
        (" 12 ", "12"),
        ("1,234", "1234"),
        ("-3", "-3"),
        ("+3", "3"),
        (".5", "0.5"),
        ("12.", "12"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e-7, "1E-7"),
    ],
)
def test_a_number_is_read_as_it_is_shown(cell: Cell, number: str) -> None:
    assert read_number(cell) == Decimal(number)


@pytest.mark.parametrize(
    "cell",
    [
        "n/a",
        "12 kg",
        "1,23",
        "12,5",
        "1.2.3",
        "nan",
        "inf",
        "1e5",
        "--3",
        "٣",
        "½",
        "0x10",
        "1_000",
        dt.date(2024, 1, 1),
    ],
)
def test_what_is_no_number_is_refused(cell: Cell) -> None:
    with pytest.raises(CannotReadError, match=r"is not a number. Write figures only, such as 12 or 37\.2\."):
        read_number(cell)


@given(st.decimals(min_value=0, max_value=1000, places=3))
def test_three_decimals_come_whole_as_thousandths_from_a_cell_or_a_text(number: Decimal) -> None:
    assert read_thousandths(float(number)) == number * 1000
    assert read_thousandths(str(number)) == number * 1000


@pytest.mark.parametrize(("cell", "thousandths"), [(37.2005, 37200), (37.2015, 37202), (37.20051, 37201), ("", None)])
def test_finer_fractions_are_rounded_half_to_even(cell: Cell, thousandths: int | None) -> None:
    assert read_thousandths(cell) == thousandths


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_blank_or_refused_in_a_sentence(text: str) -> None:
    for read in (read_number, read_whole, read_thousandths, read_minutes):
        outcome = read_or_refused(read, text)
        assert not isinstance(outcome, CannotReadError) or outcome.sentence.endswith(".")


@pytest.mark.parametrize("cell", [11, -1, "11"])
def test_a_whole_number_out_of_range_is_refused(cell: Cell) -> None:
    with pytest.raises(CannotReadError, match=f"{cell} is out of range: it must lie between 0 and 10"):
        read_whole(cell, (0, 10))


def test_a_fraction_is_no_whole_number() -> None:
    with pytest.raises(CannotReadError, match="7.5 is not a whole number"):
        read_whole(7.5, (0, 10))
    assert read_whole(7.0, (0, 10)) == 7
    assert read_whole("", (0, 10)) is None
