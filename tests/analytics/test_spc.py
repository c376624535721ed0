"""Control charts against printed limits and a slow second reading of the rules."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.analytics import spc
from kith.analytics.errors import BadNumbers, TooFew, UnequalLengths, UnknownChoice

LENGTHS = {"mdc_7_7": (7, 7), "mdc_7_5": (7, 5), "abspc_8_6": (8, 6)}


def slow_directions(values, mean, reach, shift, trend):
    """Every window of every rule, one by one, in the order of precedence."""
    n = len(values)
    side = [(v > mean) - (v < mean) for v in values]
    inner = reach * 2 / 3

    def outside(i):
        return side[i] if abs(values[i] - mean) > reach else 0

    def in_trend(i):
        for start in range(min(i, n - trend), max(i - trend, -1), -1):
            steps = {(b > a) - (b < a) for a, b in zip(values[start:], values[start + 1 : start + trend], strict=False)}
            if len(steps) == 1 and steps != {0}:
                return steps.pop()
        return 0

    def in_two_of_three(i):
        for start in range(max(i - 2, 0), min(i, n - 3) + 1):
            window = range(start, start + 3)
            close = [j for j in window if inner < abs(values[j] - mean) <= reach]
            if i in close and len(close) >= 2 and len({side[j] for j in window}) == 1:
                return side[i]
        return 0

    def in_shift(i):
        for start in range(max(i - shift + 1, 0), min(i, n - shift) + 1):
            if len(set(side[start : start + shift])) == 1:
                return side[i]
        return 0

    return [outside(i) or in_trend(i) or in_two_of_three(i) or in_shift(i) for i in range(n)]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=40), st.sampled_from(sorted(LENGTHS)))
def test_xmr_reads_the_rules_as_a_slow_reader_does(values, profile):
    chart = spc.xmr(values, profile=profile)
    ranges = np.abs(np.diff(values))
    # A point that lies on a line but for rounding is left to the tests by name.
    reach = 2.66 * ranges.mean() if len(ranges) else 0.0
    mean = chart.mean[0]
    near_a_line = any(
        0 < abs(abs(v - mean) - line) < 1e-9 for v in values for line in (0, reach, reach * 2 / 3) if reach
    )
    if not near_a_line:
        assert list(chart.direction) == slow_directions(values, mean, reach, *LENGTHS[profile])


def test_xmr_limits_by_hand():
    chart = spc.xmr([10, 12, 11, 15, 12])
    assert chart.mean == pytest.approx((12,) * 5)
    assert chart.upper == pytest.approx((12 + 2.66 * 2.5,) * 5)
    assert chart.lower == pytest.approx((12 - 2.66 * 2.5,) * 5)
    assert chart.point_type == ("common_cause",) * 5
    assert chart.trial_limits


def test_xmr_outside_limits_is_improvement_or_concern_by_what_is_wanted():
    values = [10, 11] * 10 + [30]
    assert spc.xmr(values).variation == "special_cause_improvement"
    assert spc.xmr(values, improvement="decrease").variation == "special_cause_concern"
    assert spc.xmr(values, improvement="neutral").variation == "special_cause_neutral"
    assert spc.xmr(values).rule[-1] == "outside_limits"


def test_xmr_shift_is_broken_by_a_point_on_the_mean():
    assert "shift" in spc.xmr([0, 2] * 4 + [2] * 7 + [0] * 7).rule
    broken = spc.xmr([9, 11, 9, 11, 11, 9, 11, 11, 11, 10, 9, 9, 9, 11, 9, 11, 9])
    assert broken.mean[0] == pytest.approx(170 / 17)
    assert "shift" not in broken.rule


def test_xmr_trend_needs_seven_points_each_beyond_the_last():
    flat = [20, 22, 18, 21, 19, 20]
    assert spc.xmr([*flat, 16, 17, 18, 19, 20, 21, 22]).rule[-7:] == ("trend",) * 7
    assert "trend" not in spc.xmr([*flat, 17, 18, 19, 20, 20, 21, 22]).rule
    assert spc.xmr([*flat, 18, 19, 20, 21, 22], profile="mdc_7_5").rule[-5:] == ("trend",) * 5


def test_xmr_a_rising_trend_below_the_mean_is_rising():
    chart = spc.xmr([30, 31, 30, 31, 30, 31, 30, 31, 20, 21, 22, 23, 24, 25, 26, 27, 28], improvement="increase")
    trend = [way for way, rule in zip(chart.direction, chart.rule, strict=True) if rule == "trend"]
    assert trend
    assert set(trend) == {1}


def test_xmr_a_peak_belongs_to_the_trend_it_begins():
    chart = spc.xmr([0, 20] * 6 + [6, 7, 8, 9, 10, 11, 12, 11, 10, 9, 8, 7, 6])
    assert chart.direction[-8:-5] == (1, -1, -1)


def test_xmr_rules_do_not_run_across_a_rebase():
    values = [10, 12] * 6 + [20, 22] * 6
    whole, apart = spc.xmr(values), spc.xmr(values, rebase_at=[12])
    assert "shift" in whole.rule
    assert set(apart.rule) == {""}
    assert apart.mean[11] == 11
    assert apart.mean[12] == 21
    assert not apart.trial_limits


def test_xmr_baseline_points_fix_the_limits():
    values = [10, 12] * 6 + [30] * 3
    chart = spc.xmr(values, baseline_points=12)
    assert chart.mean == pytest.approx((11,) * 15)
    assert chart.point_type[-3:] == ("special_cause_improvement",) * 3


def test_xmr_screening_leaves_out_a_large_moving_range_once():
    values = [10, 11] * 10 + [60, 10]
    plain, screened = spc.xmr(values), spc.xmr(values, screen_outliers=True)
    assert plain.upper[0] - plain.mean[0] == pytest.approx(2.66 * (19 * 1 + 49 + 50) / 21)
    assert screened.upper[0] - screened.mean[0] == pytest.approx(2.66)
    assert spc.xmr([5, 5, 5], screen_outliers=True).upper == (5, 5, 5)


@pytest.mark.parametrize("value", [0, 5, 0.1, 1e-9, -3.3])
def test_xmr_of_a_constant_series_finds_nothing(value):
    chart = spc.xmr([value] * 20)
    assert set(chart.point_type) == {"common_cause"}
    assert chart.upper == pytest.approx(chart.lower)


@pytest.mark.parametrize("length", [1, 2, 3])
def test_xmr_of_a_short_series_is_a_chart(length):
    chart = spc.xmr(list(range(length)))
    assert len(chart.point_type) == length
    assert all(map(math.isfinite, (*chart.lower, *chart.upper)))


@pytest.mark.parametrize(
    ("target", "improvement", "assurance"),
    [
        (20, "increase", "consistently_fail"),
        (0, "increase", "consistently_pass"),
        (20, "decrease", "consistently_pass"),
        (0, "decrease", "consistently_fail"),
        (11, "increase", "inconsistent"),
        (11, "neutral", "none"),
        (None, "increase", "none"),
    ],
)
def test_xmr_assurance_sets_the_target_against_the_limits(target, improvement, assurance):
    assert spc.xmr([10, 12] * 6, target=target, improvement=improvement).assurance == assurance


@pytest.mark.parametrize("length", range(1, 60))
def test_xmr_target_on_the_limit_is_not_beyond_it(length):
    assert spc.xmr([0.7] * length, target=0.7).assurance == "inconsistent"


def test_xmr_assurance_is_that_of_the_last_group():
    values = [10, 12] * 6 + [20, 22] * 6
    assert spc.xmr(values, target=15, rebase_at=[12]).assurance == "consistently_pass"


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40))
def test_xmr_turned_upside_down_turns_its_directions(values):
    chart, turned = spc.xmr(values), spc.xmr([-v for v in values])
    assert [-way for way in turned.direction] == list(chart.direction)


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: spc.xmr([]), TooFew),
        (lambda: spc.xmr([1, math.nan]), BadNumbers),
        (lambda: spc.xmr([1, math.inf]), BadNumbers),
        (lambda: spc.xmr([1, 2], profile="mdc"), UnknownChoice),
        (lambda: spc.xmr([1, 2], improvement="up"), UnknownChoice),
        (lambda: spc.xmr([1, 2], rebase_at=[2]), BadNumbers),
        (lambda: spc.xmr([1, 2], rebase_at=[-1]), BadNumbers),
        (lambda: spc.xmr([1, 2], baseline_points=1), TooFew),
        (lambda: spc.xmr([1, 2], target=math.nan), BadNumbers),
        (lambda: spc.run_chart([]), TooFew),
        (lambda: spc.p_prime([1], [0]), BadNumbers),
        (lambda: spc.p_prime([2], [1]), BadNumbers),
        (lambda: spc.p_prime([1, 2], [3]), UnequalLengths),
        (lambda: spc.u_prime([-1], [1]), BadNumbers),
        (lambda: spc.t_chart([-1]), BadNumbers),
    ],
)
def test_bad_series_are_refused_in_a_sentence(call, error):
    with pytest.raises(error, match=r"\.$"):
        call()


@pytest.mark.parametrize(
    ("points", "longest", "crossings"),
    [(10, 6, 2), (12, 7, 3), (15, 7, 4), (20, 7, 6), (24, 8, 8), (30, 8, 10), (40, 8, 14)],
)
def test_run_chart_limits_as_printed(points, longest, crossings):
    chart = spc.run_chart([place % 2 for place in range(points)], centre=0.5)
    assert (chart.longest_run_limit, chart.crossings_limit) == (longest, crossings)
    assert chart.crossings == points - 1
    assert not chart.signal


@pytest.mark.independent("scipy, binom")
@given(st.integers(2, 300))
def test_run_chart_limits_equal_the_binomial_quantile(points):
    from scipy.stats import binom

    chart = spc.run_chart([place % 2 for place in range(points)], centre=0.5)
    assert chart.crossings_limit == int(binom.ppf(0.05, points - 1, 0.5))


def test_run_chart_leaves_out_points_on_the_median():
    chart = spc.run_chart([1, 2, 3, 2, 1, 2, 3, 2, 2])
    assert (chart.centre, chart.useful, chart.longest_run, chart.crossings) == (2, 4, 1, 3)


def test_run_chart_finds_a_long_run_and_few_crossings():
    chart = spc.run_chart([1] * 10 + [2] * 10)
    assert (chart.longest_run, chart.crossings, chart.signal) == (10, 1, True)


def test_run_chart_of_a_constant_series_says_nothing():
    chart = spc.run_chart([4] * 12)
    assert (chart.useful, chart.longest_run, chart.crossings, chart.signal) == (0, 0, 0, False)


def test_p_prime_without_extra_spread_is_near_the_p_chart():
    chance = np.random.default_rng(1)
    bases = chance.integers(50, 150, 400)
    chart = spc.p_prime(chance.binomial(bases, 0.3), bases)
    assert chart.sigma_z == pytest.approx(1, abs=0.1)
    error = math.sqrt(chart.centre * (1 - chart.centre) / bases[0])
    assert chart.upper[0] - chart.centre == pytest.approx(3 * chart.sigma_z * error)


def test_p_prime_by_hand():
    chart = spc.p_prime([10, 20, 15, 15], [100, 100, 100, 100])
    error = math.sqrt(0.15 * 0.85 / 100)
    assert chart.sigma_z == pytest.approx((0.1 + 0.05 + 0) / error / 3 / 1.128)
    assert chart.lower[0] == pytest.approx(0.15 - 3 * chart.sigma_z * error)


def test_u_prime_by_hand():
    chart = spc.u_prime([4, 8, 6], [2, 2, 2])
    error = math.sqrt(3 / 2)
    assert chart.centre == 3
    assert chart.sigma_z == pytest.approx((2 + 1) / error / 2 / 1.128)
    assert chart.lower[0] == 0


def test_shares_that_never_vary_have_limits_on_the_centre():
    chart = spc.p_prime([0, 0, 0], [5, 6, 7])
    assert chart.lower == chart.upper == (0, 0, 0)
    assert chart.outside == (False, False, False)
    assert spc.u_prime([3], [2]).sigma_z == 1


def test_t_chart_is_an_xmr_of_the_transformed_days():
    days = [3, 10, 7, 20, 5, 8]
    chart = spc.t_chart(days)
    plain = spc.xmr([day ** (1 / 3.6) for day in days])
    assert chart.centre == pytest.approx(plain.mean[0] ** 3.6)
    assert chart.upper == pytest.approx(plain.upper[0] ** 3.6)
    assert chart.lower == pytest.approx(max(plain.lower[0], 0) ** 3.6)


def test_t_chart_marks_a_wait_beyond_chance():
    assert spc.t_chart([5, 6, 5, 6, 5, 6, 5, 6, 400]).outside[-1] == 1
