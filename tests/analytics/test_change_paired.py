"""Paired change, responders, reliable change and regression to the mean."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.analytics import change
from kith.analytics.errors import BadNumbers, TooFew, UnequalLengths

readings = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=2, max_size=60)


@pytest.mark.independent("scipy, ttest_rel")
def test_paired_equals_a_paired_t_test():
    from scipy.stats import ttest_rel

    before, after = [12, 15, 9, 20, 14, 11], [15, 15, 14, 19, 18, 17]
    result = change.paired(before, after)
    low, high = ttest_rel(after, before).confidence_interval(0.95)
    assert (result.interval.low, result.interval.high) == pytest.approx((low, high))
    assert result.n == 6
    assert result.mean == pytest.approx(17 / 6)
    assert result.median == 3.5
    assert result.sd == pytest.approx(np.std(np.subtract(after, before), ddof=1))
    assert result.effect_size == pytest.approx(result.mean / result.sd)


@given(readings)
def test_turning_time_around_turns_the_change_around(pairs):
    before, after = zip(*pairs, strict=True)
    forth, back = change.paired(before, after), change.paired(after, before)
    assert forth.mean == pytest.approx(-back.mean, abs=1e-9)
    assert forth.interval.low == pytest.approx(-back.interval.high, abs=1e-9)
    assert forth.sd == pytest.approx(back.sd, abs=1e-9)


def test_a_change_that_is_the_same_for_all_has_no_effect_size():
    result = change.paired([1.1, 2.2, 3.3], [1.2, 2.3, 3.4])
    assert result.effect_size is None
    assert result.mean == pytest.approx(0.1)


@pytest.mark.parametrize(("before", "after"), [([], []), ([1], [2])])
def test_fewer_than_two_pairs_are_refused(before, after):
    with pytest.raises(TooFew, match="at least 2"):
        change.paired(before, after)


def test_two_pairs_are_enough():
    assert change.paired([1, 2], [2, 5]).mean == 2


def test_readings_that_cannot_be_matched_are_refused():
    with pytest.raises(UnequalLengths):
        change.paired([1, 2, 3], [1, 2])


@pytest.mark.parametrize("bad", [math.nan, math.inf, None, "x"])
def test_missing_readings_are_refused_not_dropped(bad):
    with pytest.raises(BadNumbers):
        change.paired([1, 2, 3], [1, 2, bad])


def test_responders_counts_improved_and_worsened():
    result = change.responders([10, 10, 10, 10], [13, 11, 9, 7], minimal=3)
    assert (result.n, result.improved_count, result.worsened_count, result.unchanged_count) == (4, 1, 1, 2)
    assert result.improved.value == 0.25
    assert result.improved == result.worsened


def test_responders_where_lower_is_better():
    result = change.responders([10, 10], [4, 11], minimal=6, higher_is_better=False)
    assert (result.improved_count, result.worsened_count) == (1, 0)


def test_responders_reach_a_minimal_change_in_decimals():
    assert change.responders([19.1], [20.1], minimal=1.0).improved_count == 1
    assert change.responders([0.1 + 0.2], [0.6], minimal=0.3).improved_count == 1


@given(readings, st.integers(1, 10))
def test_responders_hold_everybody_once(pairs, minimal):
    before, after = zip(*pairs, strict=True)
    up = change.responders(before, after, minimal=minimal)
    down = change.responders(before, after, minimal=minimal, higher_is_better=False)
    assert up.improved_count + up.worsened_count + up.unchanged_count == up.n == len(pairs)
    assert (up.improved_count, up.worsened_count) == (down.worsened_count, down.improved_count)


def test_nobody_who_did_not_change_responds_to_however_small_a_minimal_change():
    result = change.responders([1, 2, 3], [1, 2, 4], minimal=1e-12)
    assert (result.improved_count, result.worsened_count, result.unchanged_count) == (1, 0, 2)


def test_responders_of_nobody_are_refused():
    with pytest.raises(TooFew):
        change.responders([], [], minimal=1)


@pytest.mark.parametrize("minimal", [0, -1, math.nan])
def test_a_minimal_change_is_above_nought(minimal):
    with pytest.raises(BadNumbers):
        change.responders([1], [2], minimal=minimal)


def test_reliable_change_of_swemwbs():
    # SEM 1.03 of a clinical sample with SD 3.921: Shah 2018 gives 2.87 from the unrounded SEM
    result = change.reliable_change(
        [20.0, 20.0, 20.0], [22.9, 22.8, 17.0], sd=3.921, reliability=1 - (1.03 / 3.921) ** 2
    )
    assert result.least_change == pytest.approx(2.855, abs=5e-4)
    assert list(result.reliable) == [True, False, True]
    assert list(result.direction) == ["up", "none", "down"]


@pytest.mark.printed("Jacobson and Truax 1991, J Consult Clin Psychol 59:12-19")
def test_reliable_change_of_jacobson_and_truax():
    # Jacobson and Truax 1991: pre 32.5, post 47.5, SD 7.5, reliability .80 give 3.16
    result = change.reliable_change(32.5, 47.5, sd=10.0, reliability=0.8)
    assert result.index == pytest.approx(15 / (10 * math.sqrt(0.4)))
    assert change.reliable_change(32.5, 47.5, sd=7.5, reliability=0.8).index == pytest.approx(3.16, abs=5e-3)
    assert result.direction == "up"


@pytest.mark.parametrize(("sd", "reliability"), [(0, 0.8), (1, 1), (1, -0.1), (math.nan, 0.5), (1, math.nan)])
def test_reliable_change_needs_an_error_to_compare_with(sd, reliability):
    with pytest.raises(BadNumbers):
        change.reliable_change(1, 2, sd=sd, reliability=reliability)


def test_cut_off_between_the_served_and_the_general_population():
    assert change.cut_off(mean=19.28, sd=3.921, healthy_mean=23.6, healthy_sd=3.9) == pytest.approx(21.446, abs=5e-4)


def test_regression_to_the_mean_example():
    assert change.regression_to_the_mean(19.28, 23.6, correlation=0.8) == pytest.approx(0.864)
    assert change.regression_to_the_mean(19.28, 23.6, correlation=1) == 0


@pytest.mark.parametrize("correlation", [1.1, -2, math.nan])
def test_regression_to_the_mean_needs_a_correlation(correlation):
    with pytest.raises(BadNumbers):
        change.regression_to_the_mean(1, 2, correlation=correlation)
