"""A return that was submitted is read as a manager has it: in its own words, or by the names of figures."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.reporting.definitions import metrics, standard_return
from kith.reporting.domain.submitted import Given, rounding_of
from kith.reporting.domain.submitted_file import WrongReturnFileError, read_day, read_number, read_submitted

METRICS, PROFILE = metrics(), standard_return()


def _read(*rows: list[object]):
    return read_submitted(rows, PROFILE, METRICS)


def _numbers(read):
    return {(f.figure, *f.group.values()): f.thousandths for f in read.figures}


def test_a_small_layout_with_headings_is_read():
    read = _read(
        ["Figure id", "Group", "Value"],
        ["people.clients", "", "1,213"],
        ["people.sex", "female", 700],
        ["people.sex", "sex=male", 480.0],
        ["change.mean", "WHO-5", "12.50"],
    )
    assert _numbers(read) == {
        ("people.clients",): 1_213_000,
        ("people.sex", "female"): 700_000,
        ("people.sex", "male"): 480_000,
        ("change.mean", "who_5"): 12_500,
    }
    assert read.figures[-1].places == 2


def test_the_return_in_its_own_words_is_read_without_headings():
    read = _read(
        ["Health trainer return 2023-24"],
        ["Submitted on", dt.datetime(2024, 4, 30)],
        ["Rounded to", "nearest 5"],
        [],
        ["Clients"],
        ["Clients in contact in the period:", "", 1200],
        ["Sex"],
        ["Female", 700],
        ["Male", 480],
        ["Ethnic category: White: British", 900],
        ["Contact under a plan (minutes)", 61_000],
        ["Source of referral", "GP", 300],
        ["Outcome of referral", "Declined", "*"],
    )
    assert _numbers(read) == {
        ("people.clients",): 1_200_000,
        ("people.sex", "female"): 700_000,
        ("people.sex", "male"): 480_000,
        ("reach.ethnicity", "A"): 900_000,
        ("how.minutes", "with_plan"): 61_000_000,
        ("referrals.source", "GP"): 300_000,
        ("referrals.decision", "declined"): None,
    }
    assert read.figures[-1].hidden
    assert (read.submitted_on, read.rounded_to) == (dt.date(2024, 4, 30), 5)
    assert read.not_understood == ()


def test_kiths_own_table_of_the_return_is_read():
    read = _read(
        ["Line", "Figure", "Out of", "Not known"],
        ["Clients in contact in the period", 1213, 1213, 0],
        ["Sex: Female", 700, 1213, 3],
    )
    assert _numbers(read) == {("people.clients",): 1_213_000, ("people.sex", "female"): 700_000}


def test_a_row_that_is_not_understood_is_told_and_not_guessed():
    read = _read(
        ["Line", "Group", "Value"],
        ["Clients in contact in the period", "", 10],
        ["Quits at four weeks", "", 7],
        ["Sex", "Klingon", 2],
        ["Sex", "", 12],
        ["Clients in contact in the period", "", 11],
        ["Referrals received", "", "many"],
    )
    assert [(each.row, each.why) for each in read.not_understood] == [
        (3, "no line of the return has these words, nor the line above it"),
        (4, "it is no sex of the figure"),
        (5, "it is no sex of the figure"),
        (6, "the file has this line already"),
        (7, "it is no number"),
    ]
    assert _numbers(read) == {("people.clients",): 10_000}


@pytest.mark.parametrize("headings", [[], [["Line", "Group", "Value"]]], ids=["without headings", "with headings"])
def test_groups_below_a_merged_cell_belong_to_its_line(headings):
    read = _read(*headings, ["Sex", "Female", 700], ["", "Male", 480], ["Outcome of referral", "Declined", 4])
    assert _numbers(read) == {
        ("people.sex", "female"): 700_000, ("people.sex", "male"): 480_000, ("referrals.decision", "declined"): 4_000,
    }  # fmt: skip
    assert read.not_understood == ()


@pytest.mark.parametrize("unknown", [["Religion"], ["Religion", 90]])
def test_a_group_below_a_line_nobody_knows_is_not_put_to_the_line_before_it(unknown):
    read = _read(["Sex"], ["Total", 1200], ["Female", 700], ["Male", 480], unknown, ["Other", 12], ["Not known", 8])
    assert _numbers(read) == {("people.sex", "female"): 700_000, ("people.sex", "male"): 480_000}
    assert [each.row for each in read.not_understood][-2:] == [6, 7]


@pytest.mark.parametrize(
    "hidden",
    ["*", "<5", "< 5", "\N{LESS-THAN OR EQUAL TO}5", "less than 5", "Fewer than 5", "4 or fewer", "1-4", "[c]", "c"],
)
def test_a_hidden_number_is_kept_as_hidden_however_it_is_written(hidden):
    (figure,) = _read(["Sex: Female", hidden]).figures
    assert (figure.figure, figure.hidden, figure.thousandths) == ("people.sex", True, None)


def test_a_group_that_looks_like_a_hidden_number_is_a_group():
    read = _read(["Ethnic category", "C", 40], ["Age on the last day", "Under 16", 3], ["", "16 to 24", 9])
    assert _numbers(read) == {
        ("reach.ethnicity", "C"): 40_000, ("reach.age_band", "under 16"): 3_000, ("reach.age_band", "16 to 24"): 9_000,
    }  # fmt: skip


def test_a_share_is_not_taken_for_a_count():
    read = _read(["Clients in contact in the period", 1200], ["Sex: Female", "59.3%", 700])
    assert _numbers(read) == {("people.clients",): 1_200_000}
    assert [each.why for each in read.not_understood] == ["it is a share, and the line counts"]


def test_a_file_without_a_line_of_the_return_is_told():
    with pytest.raises(WrongReturnFileError, match="no line of the National health trainer return"):
        _read(["area", "decile"], ["E01000001", 3])


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1,213", (1_213_000, 0)),
        (12, (12_000, 0)),
        (12.5, (12_500, 1)),
        ("\N{MINUS SIGN}1.25", (-1_250, 2)),
        ("59.3%", (593, 3)),
        ("1\N{NO-BREAK SPACE}213", (1_213_000, 0)),
        ("12,5", None),
        ("1,21,3", None),
        ("", None),
        ("*", None),
        ("nan", None),
        (True, None),
    ],
)
def test_numbers_are_read_as_they_are_written(cell, number):
    assert read_number(cell) == number


@given(st.one_of(st.text(max_size=20), st.floats(), st.integers(), st.none()))
def test_any_cell_is_a_number_or_none(cell):
    read = read_number(cell)
    assert read is None or isinstance(read[0], int)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"]))
def test_days_are_read_as_they_are_written(day, style):
    assert read_day(day.strftime(style)) == day


def test_rounding_is_what_the_file_says_or_what_every_number_shows():
    fives = tuple(Given("people.sex", {}, 1000 * n) for n in (5, 10, 15, 20, 25, 30, 35, 40))
    assert rounding_of(fives, 0) == (5, True)
    assert rounding_of(fives, 10) == (10, False)
    assert rounding_of(fives[:7], 0) == (1, False)
    assert rounding_of((*fives, Given("people.sex", {}, 41_000)), 0) == (1, False)
