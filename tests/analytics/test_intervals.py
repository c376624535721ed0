"""Intervals against printed examples, an independent implementation, and the edges."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.analytics import intervals
from kith.analytics.errors import BadNumbers, TooFew, UnequalLengths
from kith.kernel.errors import KithError


def test_wilson_printed_example():
    interval = intervals.wilson(1, 100)
    assert interval.value == 0.01
    assert (interval.low, interval.high) == pytest.approx((0.00176743, 0.05448620), abs=1e-8)
    assert interval.method == "wilson"


@pytest.mark.independent("statsmodels, proportion_confint")
@pytest.mark.parametrize(("count", "base"), [(0, 1), (0, 10), (3, 7), (10, 10), (81, 263), (15, 148)])
def test_wilson_equals_statsmodels(count, base):
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(count, base, method="wilson")
    assert intervals.wilson(count, base)[1:3] == pytest.approx((low, high), abs=1e-12)


def test_wilson_of_nobody_and_of_everybody_ends_at_the_edge():
    assert intervals.wilson(0, 12).low == 0.0
    assert intervals.wilson(12, 12).high == 1.0


def test_wilson_takes_arrays():
    interval = intervals.wilson([1, 50], np.array([100, 100]))
    assert interval.low.shape == (2,)
    assert interval.low[0] == intervals.wilson(1, 100).low
    assert intervals.wilson([1, 2, 3], 10).value == pytest.approx([0.1, 0.2, 0.3])


@given(st.integers(1, 10**6), st.data(), st.sampled_from([0.8, 0.95, 0.998]))
def test_wilson_holds_its_own_value_and_mirrors(base, data, confidence):
    count = data.draw(st.integers(0, base))
    one = intervals.wilson(count, base, confidence=confidence)
    other = intervals.wilson(base - count, base, confidence=confidence)
    assert 0 <= one.low <= one.value <= one.high <= 1
    assert one.low == pytest.approx(1 - other.high, abs=1e-9)


def test_byar_printed_example():
    interval = intervals.byar(65)
    assert (interval.low, interval.high) == pytest.approx((50.163188, 82.849139), abs=1e-6)


def test_byar_of_nought_starts_at_nought():
    interval = intervals.byar(0)
    assert interval.low == 0
    assert interval.high == pytest.approx((1 - 1 / 9 + 1.959963985 / 3) ** 3)


def test_exact_poisson_of_nought_is_minus_log_of_the_tail():
    interval = intervals.poisson_exact(0)
    assert interval.low == 0
    assert interval.high == pytest.approx(-math.log(0.025))


@pytest.mark.printed("lumen, help of poissonCI, method exact")
@pytest.mark.parametrize(
    ("count", "base", "low", "high"),
    # Deaths from horse kicks in 280 years of a Prussian corps; deaths of Welsh nickel workers and those expected
    [(196, 280, 0.6054271, 0.8051570), (137, 24.19893, 4.753125, 6.692709)],
)
def test_exact_poisson_printed_examples(count, base, low, high):
    found = intervals.poisson_exact(count)
    assert (found.low / base, found.high / base) == pytest.approx((low, high), rel=1e-7)


@pytest.mark.independent("scipy, chi2")
@pytest.mark.parametrize("count", [1, 2, 9, 10, 65, 1000])
def test_exact_poisson_equals_chi_squared_limits(count):
    from scipy.stats import chi2

    interval = intervals.poisson_exact(count, confidence=0.998)
    assert interval.low == pytest.approx(chi2.ppf(0.001, 2 * count) / 2)
    assert interval.high == pytest.approx(chi2.ppf(0.999, 2 * count + 2) / 2)


def test_count_interval_is_exact_at_nine_and_byar_at_ten():
    assert intervals.count_interval(9) == intervals.poisson_exact(9)
    assert intervals.count_interval(10) == intervals.byar(10)
    both = intervals.count_interval([9, 10])
    assert both.low == pytest.approx([intervals.poisson_exact(9).low, intervals.byar(10).low])
    assert both.method == "poisson_exact below 10, byar from 10"


@pytest.mark.independent("scipy, t")
def test_mean_t_equals_scipy():
    from scipy.stats import t

    values = [2.0, 4.0, 4.0, 5.0, 9.0]
    error = np.std(values, ddof=1) / math.sqrt(5)
    low, high = t.interval(0.95, 4, loc=np.mean(values), scale=error)
    assert intervals.mean_t(values) == (4.8, pytest.approx(low), pytest.approx(high), "student_t")


def test_mean_t_of_equal_values_has_no_width():
    assert intervals.mean_t([3, 3, 3])[:3] == (3, 3, 3)


@pytest.mark.printed("Newcombe 1998, Stat Med 17:873-890, table II, method 10")
@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    # Newcombe 1998, table II, method 10
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_difference_of_proportions_printed_examples(first, second, low, high):
    interval = intervals.difference_of_proportions(*first, *second)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=6e-5)


@pytest.mark.independent("statsmodels, confint_proportions_2indep")
@pytest.mark.parametrize(
    "groups", [(56, 70, 48, 80), (9, 10, 3, 10), (0, 10, 0, 20), (10, 10, 0, 20), (81, 263, 15, 148)]
)
def test_difference_of_proportions_equals_statsmodels(groups):
    from statsmodels.stats.proportion import confint_proportions_2indep

    low, high = confint_proportions_2indep(*groups, method="newcomb")
    assert intervals.difference_of_proportions(*groups)[1:3] == pytest.approx((low, high), abs=1e-12)


@pytest.mark.parametrize(
    ("count", "base"),
    [
        (1, 0),
        (-1, 5),
        (6, 5),
        (math.nan, 5),
        (1, math.nan),
        (math.inf, math.inf),
        (1, -1),
        ("x", 5),
        (None, 5),
    ],
)
def test_wilson_refuses_impossible_numbers_in_a_sentence(count, base):
    with pytest.raises(BadNumbers, match=r"\.$"):
        intervals.wilson(count, base)


@pytest.mark.parametrize("function", [intervals.byar, intervals.poisson_exact, intervals.count_interval])
@pytest.mark.parametrize("count", [-1, math.nan, math.inf, [3, math.nan]])
def test_counts_refuse_impossible_numbers(function, count):
    with pytest.raises(BadNumbers):
        function(count)


@pytest.mark.parametrize("values", [[], [1.0]])
def test_mean_t_refuses_fewer_than_two(values):
    with pytest.raises(TooFew):
        intervals.mean_t(values)


def test_unequal_lengths_are_refused():
    with pytest.raises(UnequalLengths):
        intervals.wilson([1, 2], [3, 4, 5])


@pytest.mark.parametrize("confidence", [0, 1, 95, -0.5, math.nan])
def test_confidence_outside_nought_to_one_is_refused(confidence):
    with pytest.raises(KithError):
        intervals.wilson(1, 2, confidence=confidence)


def test_empty_columns_give_empty_columns():
    assert len(intervals.wilson([], []).low) == 0
    assert len(intervals.count_interval([]).low) == 0
