"""Standardised rates, the slope and relative index, the concentration curve and reach."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.analytics import inequality, intervals, rates
from kith.analytics.errors import BadNumbers, NotPublishable, TooFew, UnequalLengths, UnknownChoice

# Ten groups from the help page of UKHSA's phe_sii: populations, values, 95% limits, standard errors
PEOPLE = [7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534]
VALUES = [75.9, 78.3, 83.8, 83.6, 80.5, 81.1, 81.7, 84.2, 80.6, 86.3]
LOWS = [72.7, 75.3, 80.9, 80.2, 77.1, 78, 79, 81.4, 75.8, 83.2]
HIGHS = [79.1, 81.4, 86.8, 87.1, 83.8, 84.2, 84.4, 86.9, 85.4, 89.4]
ERRORS = [1.64, 1.58, 1.51, 1.78, 1.7, 1.56, 1.37, 1.4, 2.43, 1.57]


def test_direct_rate_by_hand():
    rate = rates.directly_standardised([10, 20], [1000, 500], [3000, 1000], multiplier=1000)
    assert rate.value == pytest.approx(1000 * (3 * 0.01 + 0.04) / 4)
    variance = (0.75**2 * 10 / 1000**2) + (0.25**2 * 20 / 500**2)
    low = intervals.byar(30).low
    assert rate.low == pytest.approx(rate.value + 1000 * math.sqrt(variance / 30) * (low - 30))
    assert rate.count == 30


def test_direct_rate_of_one_band_is_the_crude_rate_with_byars_interval():
    rate = rates.directly_standardised([65], [1000], [1], multiplier=1000)
    assert (rate.value, rate.low, rate.high) == pytest.approx((65, 50.163188, 82.849139), abs=1e-6)


@given(st.lists(st.tuples(st.integers(5, 50), st.integers(100, 10_000), st.integers(1, 100)), min_size=2, max_size=8))
def test_direct_rate_does_not_mind_the_size_of_the_standard(bands):
    counts, people, standard = zip(*bands, strict=True)
    one = rates.directly_standardised(counts, people, standard)
    ten = rates.directly_standardised(counts, people, [10 * weight for weight in standard])
    assert one.value == pytest.approx(ten.value)
    assert one.low < one.value < one.high


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (([4, 5], [10, 10], [1, 1]), NotPublishable),
        (([5, 5], [10, 0], [1, 1]), BadNumbers),
        (([5, 5], [10, 10], [0, 0]), BadNumbers),
        (([5, -5], [10, 10], [1, 1]), BadNumbers),
        (([5, 5], [10, 10], [1]), UnequalLengths),
        (([], [], []), TooFew),
    ],
)
def test_direct_rates_that_cannot_be_are_refused(arguments, error):
    with pytest.raises(error, match=r"\.$"):
        rates.directly_standardised(*arguments)


def test_indirect_rate_by_hand():
    rate = rates.indirectly_standardised(30, [1000, 500], [10, 40], [1000, 1000], multiplier=1000)
    assert rate.expected == pytest.approx(10 + 20)
    assert rate.reference_rate == pytest.approx(25)
    assert rate.value == pytest.approx(25)
    assert rate.low == pytest.approx(25 * intervals.byar(30).low / 30)
    assert rate == rates.indirectly_standardised([10, 20], [1000, 500], [10, 40], [1000, 1000], multiplier=1000)


def test_indirect_rate_of_nine_has_the_exact_interval_and_of_ten_byars():
    nine, ten = (rates.indirectly_standardised(n, [100], [10], [100]) for n in (9, 10))
    assert (nine.method, ten.method) == ("poisson_exact", "byar")


@pytest.mark.parametrize(
    "arguments", [(5, [100], [0], [100]), (5, [0], [10], [100]), (5, [100], [10], [0]), (-1, [100], [10], [100])]
)
def test_indirect_rates_that_cannot_be_are_refused(arguments):
    with pytest.raises(BadNumbers):
        rates.indirectly_standardised(*arguments)


@pytest.mark.independent("statsmodels, WLS")
def test_slope_index_equals_weighted_least_squares():
    import statsmodels.api as sm

    share = np.array(PEOPLE) / sum(PEOPLE)
    rank = np.cumsum(share) - share / 2
    fit = sm.WLS(VALUES, sm.add_constant(rank), weights=share).fit()
    found = inequality.slope_index(VALUES, PEOPLE)
    assert found[:3] == pytest.approx((fit.params[1], *fit.conf_int()[1]))
    ratio = inequality.relative_index(VALUES, PEOPLE)
    assert ratio.value == pytest.approx(fit.params.sum() / fit.params[0])
    assert ratio.low < ratio.value < ratio.high


def test_slope_index_simulated_interval_is_the_normal_one_where_values_are_normal():
    found = inequality.slope_index(VALUES, PEOPLE, standard_errors=ERRORS, seed=1)
    share = np.array(PEOPLE) / sum(PEOPLE)
    rank = np.cumsum(share) - share / 2
    centre = share @ rank
    weights = share * (rank - centre) / (share @ (rank - centre) ** 2)
    error = math.sqrt(sum((weights * ERRORS) ** 2))
    assert found.value == pytest.approx(7.000234760)
    assert (found.low, found.high) == pytest.approx((found.value - 1.96 * error, found.value + 1.96 * error), abs=0.05)


def test_slope_index_from_limits_is_near_that_from_errors():
    by_error = inequality.slope_index(VALUES, PEOPLE, standard_errors=ERRORS, seed=1)
    by_limits = inequality.slope_index(VALUES, PEOPLE, lows=LOWS, highs=HIGHS, seed=1)
    assert by_limits[:3] == pytest.approx(by_error[:3], abs=0.05)


def test_slope_index_repeats_itself_with_a_seed():
    draws = [inequality.slope_index(VALUES, PEOPLE, standard_errors=ERRORS, seed=3, repetitions=2000) for _ in "ab"]
    assert draws[0] == draws[1]


def test_indices_turn_round_with_a_negative_multiplier():
    up = inequality.slope_index(VALUES, PEOPLE, standard_errors=ERRORS, seed=1)
    down = inequality.slope_index(VALUES, PEOPLE, standard_errors=ERRORS, seed=1, multiplier=-100)
    assert down[:3] == pytest.approx((-100 * up.value, -100 * up.high, -100 * up.low))
    ratio = inequality.relative_index(VALUES, PEOPLE, standard_errors=ERRORS, seed=1)
    turned = inequality.relative_index(VALUES, PEOPLE, standard_errors=ERRORS, seed=1, multiplier=-1)
    assert turned.value == pytest.approx(1 / ratio.value)
    assert turned.low == pytest.approx(1 / ratio.high, rel=1e-3)


SHARES = [0.4, 0.3, 0.28, 0.2, 0.1]
SHARE_LIMITS = {"lows": [0.35, 0.25, 0.24, 0.16, 0.07], "highs": [0.45, 0.35, 0.33, 0.25, 0.14]}


@pytest.mark.independent("statsmodels, WLS")
@pytest.mark.parametrize("transform", ["log", "logit"])
def test_indices_on_another_scale_are_those_of_a_line_fitted_there_and_turned_back(transform):
    import statsmodels.api as sm
    from scipy.special import expit, logit

    to, back = (np.log, np.exp) if transform == "log" else (logit, expit)
    fit = sm.WLS(to(SHARES), sm.add_constant([0.1, 0.3, 0.5, 0.7, 0.9]), weights=[0.2] * 5).fit()
    most, least = back(fit.params[0]), back(fit.params.sum())
    for limits in (SHARE_LIMITS, {}):
        gap = inequality.slope_index(SHARES, [1] * 5, **limits, transform=transform, seed=1)
        ratio = inequality.relative_index(SHARES, [1] * 5, **limits, transform=transform, seed=1)
        assert (gap.value, ratio.value) == pytest.approx((least - most, least / most))
        assert gap.low < gap.value < gap.high < 0
        assert 0 < ratio.low < ratio.value < ratio.high < 1


@pytest.mark.parametrize("transform", ["log", "logit"])
def test_indices_of_values_on_a_curve_of_the_scale_are_its_ends(transform):
    rank = np.array([0.1, 0.3, 0.5, 0.7, 0.9])
    curve = np.exp(-0.5 - 1.5 * rank) if transform == "log" else 1 / (1 + np.exp(0.5 + 1.5 * rank))
    ends = (math.exp(-0.5), math.exp(-2)) if transform == "log" else (1 / (1 + math.exp(0.5)), 1 / (1 + math.exp(2)))
    gap = inequality.slope_index(curve, [1] * 5, standard_errors=[0] * 5, transform=transform, repetitions=1000)
    assert gap[:3] == pytest.approx((ends[1] - ends[0],) * 3)
    ratio = inequality.relative_index(curve, [3] * 5, standard_errors=[0] * 5, transform=transform, repetitions=1000)
    assert ratio[:3] == pytest.approx((ends[1] / ends[0],) * 3)


@given(st.lists(st.integers(1, 1000), min_size=3, max_size=10), st.floats(-100, 100), st.floats(-10, 10))
def test_slope_index_of_a_straight_line_is_its_slope(people, start, slope):
    share = np.array(people) / sum(people)
    rank = np.cumsum(share) - share / 2
    found = inequality.slope_index(start + slope * rank, people)
    assert found.value == pytest.approx(slope, abs=1e-6)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"values": [1], "populations": [1]}, TooFew),
        ({"values": [1, 2], "populations": [1, 1]}, TooFew),
        ({"values": [1, 2, 3], "populations": [1, 0, 1]}, BadNumbers),
        ({"values": [1, 2, 3], "populations": [1, 1]}, UnequalLengths),
        ({"values": [1, 2, 3], "populations": [1, 1, 1], "standard_errors": [1, 1]}, UnequalLengths),
        ({"values": [1, 2, 3], "populations": [1, 1, 1], "standard_errors": [1, 1, -1]}, BadNumbers),
        ({"values": [1, 2, 3], "populations": [1, 1, 1], "lows": [0, 1, 2]}, BadNumbers),
        ({"values": [1, 2, 3], "populations": [1, 1, 1], "lows": [2, 3, 4], "highs": [1, 2, 3]}, BadNumbers),
        ({"values": [1, 2, 0], "populations": [1, 1, 1], "transform": "log"}, BadNumbers),
        ({"values": [0.1, 1, 0.2], "populations": [1, 1, 1], "transform": "logit"}, BadNumbers),
        ({"values": [1, 2, 3], "populations": [1, 1, 1], "transform": "sqrt"}, UnknownChoice),
        ({"values": [1, 2, math.nan], "populations": [1, 1, 1]}, BadNumbers),
        (
            {"values": [1, 2, 3], "populations": [1, 1, 1], "standard_errors": [1, 1, 1], "repetitions": 10},
            TooFew,
        ),
    ],
)
@pytest.mark.parametrize("index", [inequality.slope_index, inequality.relative_index])
def test_indices_that_cannot_be_are_refused_in_a_sentence(index, arguments, error):
    with pytest.raises(error, match=r"\.$"):
        index(**arguments)


def test_relative_index_over_nought_is_refused():
    with pytest.raises(BadNumbers, match="nought"):
        inequality.relative_index([0, 0, 0], [1, 1, 1])


def test_concentration_curve_of_an_even_service_is_straight():
    curve = inequality.concentration_curve([10, 20, 30], [1, 2, 3])
    assert curve.index == pytest.approx(0)
    assert curve.received == pytest.approx(curve.population)


def test_concentration_index_is_negative_where_the_most_deprived_get_most():
    curve = inequality.concentration_curve([5, 0, 0, 0, 0], [1, 1, 1, 1, 1])
    assert curve.index == pytest.approx(-0.8)
    assert inequality.concentration_curve([0, 0, 0, 0, 5], [1] * 5).index == pytest.approx(0.8)


@pytest.mark.parametrize(("counts", "people"), [([0, 0], [1, 1]), ([1, 1], [0, 1]), ([-1, 1], [1, 1])])
def test_concentration_curves_that_cannot_be_are_refused(counts, people):
    with pytest.raises(BadNumbers):
        inequality.concentration_curve(counts, people)


def test_reach_by_group():
    first, second = inequality.reach({"most deprived": 60, "others": 40}, {"others": 4000, "most deprived": 1000})
    assert first.group == "most deprived"
    assert first.rate == intervals.wilson(60, 1000)
    assert first.share_of_served == intervals.wilson(60, 100)
    assert first.ratio.value == pytest.approx(3)
    assert second.ratio.value == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("served", "people", "error"),
    [
        ({"a": 1}, {"b": 1}, UnequalLengths),
        ([1, 2], [10], UnequalLengths),
        ([0, 0], [10, 10], BadNumbers),
        ([11], [10], BadNumbers),
        ([1], [0], BadNumbers),
    ],
)
def test_reach_that_cannot_be_is_refused(served, people, error):
    with pytest.raises(error):
        inequality.reach(served, people)
