"""Each measure keeps its range and says change in words."""

from decimal import Decimal

import pytest

from kith.kernel.definitions import DefinitionNotFoundError
from kith.measures.api import WrongReadingError, instrument, instruments

RANGES = {
    "bmi": (10, 80), "fruit_veg_portions": (0, 30), "self_efficacy": (10, 40), "who_5": (0, 100),
    "life_satisfaction": (0, 10),
}  # fmt: skip


def test_instruments_are_the_five_of_the_workbook_with_their_ranges():
    assert {each.id: (each.lowest, each.highest) for each in instruments()} == RANGES


@pytest.mark.parametrize("measure", RANGES)
def test_reading_at_the_ends_of_the_range_is_taken_and_beyond_is_refused(measure):
    each, (low, high) = instrument(measure), RANGES[measure]
    assert each.thousandths(Decimal(low)) == low * 1000
    assert each.thousandths(Decimal(high)) == high * 1000
    for beyond in (Decimal(low) - Decimal("0.1"), Decimal(high) + Decimal("0.1")):
        with pytest.raises(WrongReadingError, match=f"between {low} and {high}"):
            each.thousandths(beyond)


def test_reading_finer_than_the_measure_is_refused():
    assert instrument("bmi").thousandths(Decimal("37.2")) == 37200
    with pytest.raises(WrongReadingError, match="one decimal figure"):
        instrument("bmi").thousandths(Decimal("37.25"))
    with pytest.raises(WrongReadingError, match="no decimal figures"):
        instrument("who_5").thousandths(Decimal("37.5"))


@pytest.mark.parametrize(
    ("measure", "first", "last", "words"),
    [
        ("who_5", 40_000, 52_000, "up 12 (better)"),
        ("who_5", 52_000, 40_000, "down 12 (worse)"),
        ("bmi", 37_200, 35_100, "down 2.1"),
        ("life_satisfaction", 5_000, 5_000, "no change"),
    ],
)
def test_change_in_words_judges_only_where_a_direction_is_better(measure, first, last, words):
    assert instrument(measure).change_in_words(first, last) == words


def test_unknown_measure_is_named_in_a_sentence():
    with pytest.raises(DefinitionNotFoundError, match="who_5"):
        instrument("shoe_size")
