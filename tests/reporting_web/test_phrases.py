"""Shares in words, from what may be printed alone."""

import pytest

from kith.analytics.disclosure import ProtectedCell
from kith.reporting.reading.counts import STARRED
from kith.reporting.reading.phrases import hours, listed, number, share_words, so_many


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (0, "None"), (2, "Very few"), (10, "One in ten"), (25, "A quarter"), (32, "Nearly a third"),
        (35, "Just over a third"), (50, "Half"), (49, "Nearly half"), (53, "About half"), (45, "45%"),
        (97, "Almost all"), (100, "All"),
    ],
)  # fmt: skip
def test_share_words(part, words):
    assert share_words(part, 100) == words


def test_share_of_few_is_their_number_and_one_alone_has_no_plural():
    assert share_words(3, 7) == "3"
    assert share_words(1, 7) == ""


@pytest.mark.parametrize(("part", "base"), [(STARRED, 100), (10, STARRED), (0, 0)])
def test_share_without_anything_to_say(part, base):
    assert share_words(part, base) == ""


def test_share_of_protected_numbers_comes_from_the_printed_ones():
    assert share_words(ProtectedCell(50, False, "rounded"), ProtectedCell(100, False, "rounded")) == "Half"


def test_number_with_its_percentage():
    assert so_many(711, 1213) == "711 (59%)"
    assert so_many(STARRED, 1213) == "*"
    assert so_many(0, 1213) == "0"


def test_lists_hours_and_minus_signs():
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert hours(59) == "59 minutes"
    assert hours(154_495) == "2,575 hours"
    assert number(-1.621, 2, signed=True) == "\N{MINUS SIGN}1.62"
