"""What comes from a notebook has labels and gaps: neither may lose people, move them, or count them twice."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from kith.analytics import change, disclosure, inequality
from kith.analytics.errors import BadNumbers, RepeatedLabel, TooFew


@pytest.mark.parametrize(
    "table",
    [
        pd.Series([20, 30, 40], index=["north", "north", "south"]),
        pd.DataFrame([[20, 30], [40, 50]], index=["north", "north"], columns=["women", "men"]),
        pd.DataFrame([[20, 30], [40, 50]], index=["north", "south"], columns=["women", "women"]),
    ],
)
def test_a_label_that_stands_twice_is_refused(table):
    with pytest.raises(RepeatedLabel, match=r"\.$"):
        disclosure.protect(table)
    with pytest.raises(RepeatedLabel):
        disclosure.consistent_with({"north": 20}, table)


@pytest.mark.parametrize("mask", [[False, False, True], [True, True, True]])
def test_a_masked_count_is_missing_and_not_nought(mask):
    with pytest.raises(BadNumbers, match="missing"):
        disclosure.protect(np.ma.array([20, 30, 40], mask=mask))
    whole = np.ma.array([20, 30, 40], mask=False)
    assert disclosure.protect(whole).lines() == disclosure.protect([20, 30, 40]).lines()


def test_a_set_of_counts_is_no_table():
    with pytest.raises(BadNumbers):
        disclosure.protect({20, 30})


def test_totals_alone_are_no_table():
    with pytest.raises(TooFew):
        disclosure.protect({("north", "total"): 30})


AREA = ["a"] * 10 + ["b"] * 20
SEX = ["x"] * 9 + ["y"] + ["x"] * 10 + ["y"] * 10


@pytest.mark.parametrize("rule", ["nhsd_7_5", "lt5", "lt10"])
def test_margins_of_a_cross_table_are_its_totals(rule):
    areas, sexes = pd.Series(AREA, name="area"), pd.Series(SEX, name="sex")
    with_margins = disclosure.protect(pd.crosstab(areas, sexes, margins=True), rule=rule)
    assert with_margins.lines() == disclosure.protect(pd.crosstab(areas, sexes), rule=rule).lines()
    assert with_margins.total.published == 30


def test_a_group_called_all_that_is_no_total_stays_a_group():
    answers = {"before": {"none": 20, "All": 30}, "All": {"none": 40, "All": 50}}
    assert disclosure.protect(answers).total.published == 140
    assert disclosure.protect({"none": 20, "All": 20}).total.published == 40


def test_reach_puts_labelled_groups_side_by_side():
    served, living = pd.Series({"north": 5, "south": 9}), pd.Series({"south": 900, "north": 500})
    rows = inequality.reach(served, living)
    assert [row[:3] for row in rows] == [("north", 5, 500), ("south", 9, 900)]
    assert inequality.reach({"north": 5, "south": 9}, living) == rows
    twice = pd.Series([5, 9], index=["north", "north"])
    assert [row[:3] for row in inequality.reach(twice, [500, 900])] == [(0, 5, 500), (1, 9, 900)]
    with pytest.raises(RepeatedLabel):
        inequality.reach(twice, living)


@pytest.mark.parametrize("kind", [np.int64, np.float32, Decimal])
def test_numbers_of_any_kind_are_compared_by_their_mean(kind):
    ages = [kind(age) for age in (30, 40, 50, 70)]
    (row,) = change.followed_up({"followed_up": [True, False, True, False], "age": ages}, ["age"])
    assert (row.level, row.followed_value, row.lost_value) == ("mean", 40, 55)


def test_numbers_of_any_kind_are_one_covariate():
    before, after = list(range(20)), [None, *(2 * value for value in range(1, 19)), None]
    ages = [value * 7 % 11 for value in range(20)]
    plain = change.multiple_imputation(before, after, {"age": ages})
    assert change.multiple_imputation(before, after, {"age": [Decimal(age) for age in ages]}) == plain
