"""Figures that other packages print, with the package, its version and the file they stand in."""

import numpy as np
import pytest

from kith.analytics import change, economics, funnel, inequality, intervals, rates, spc
from kith.analytics.inequality.slope import ranks
from kith.analytics.spc import rules

# The European standard population of 2013 by five-year band, 90 and over last (Eurostat 2013)
ESP_2013 = [5000, 5500, 5500, 5500, 6000, 6000, 6500, *[7000] * 4, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000]


# PHEindicatormethods 1.3.2, inst/doc/Introduction_to_PHEindicatormethods.html: eight areas and years
COUNTS, BASES = [92, 28, 44, 97, 59, 23, 80, 26], [168, 137, 182, 110, 127, 172, 135, 103]


@pytest.mark.printed("PHEindicatormethods 1.3.2, inst/doc/Introduction_to_PHEindicatormethods.html")
@pytest.mark.parametrize(
    ("confidence", "lows", "highs"),
    # phe_proportion, percentages
    [
        (
            0.95,
            [47.212935, 14.535931, 18.530912, 80.824955, 38.014301, 9.078473, 50.826068, 17.847829],
            [62.09797, 27.95259, 30.88834, 92.96187, 55.10714, 19.26607, 67.18008, 34.41789],
        ),
        (
            0.998,
            [42.959835, 11.891920, 15.817246, 75.511680, 33.512834, 7.258592, 46.003563, 14.516538],
            [66.05173, 32.83667, 35.10929, 94.75208, 59.89615, 23.33886, 71.29155, 40.17008],
        ),
    ],
)
def test_shares_of_eight_areas(confidence, lows, highs):
    found = intervals.wilson(COUNTS, BASES, confidence=confidence)
    assert 100 * found.low == pytest.approx(lows, abs=5.1e-7)
    assert 100 * found.high == pytest.approx(highs, abs=5.1e-6)


@pytest.mark.printed("PHEindicatormethods 1.3.2, inst/doc/Introduction_to_PHEindicatormethods.html")
@pytest.mark.parametrize(
    ("confidence", "lows", "highs"),
    # phe_rate for 100 people
    [
        (
            0.95,
            [44.144645, 13.577873, 17.564489, 71.507769, 35.362950, 8.474053, 46.987312, 16.485200],
            [67.16131, 29.53964, 32.45570, 107.57539, 59.92680, 20.06559, 73.75419, 36.98790],
        ),
        (
            0.998,
            [38.787820, 10.517905, 14.441203, 63.063667, 29.964550, 6.355108, 40.859655, 12.621892],
            [74.81532, 35.44235, 37.71066, 119.52675, 68.37318, 24.45284, 82.74312, 44.63484],
        ),
    ],
)
def test_rates_of_eight_areas(confidence, lows, highs):
    for function in (intervals.byar, intervals.count_interval):
        found = function(COUNTS, confidence=confidence)
        assert 100 * found.low / BASES == pytest.approx(lows, abs=5.1e-7)
        assert 100 * found.high / BASES == pytest.approx(highs, abs=5.1e-6)


@pytest.mark.printed("PHEindicatormethods 1.3.2, inst/doc/Introduction_to_PHEindicatormethods.html")
def test_mean_of_eight_areas():
    # phe_mean of the same file
    found = intervals.mean_t(COUNTS)
    assert found[:3] == pytest.approx((56.125, 30.69081, 81.55919), abs=5.1e-6)
    last = intervals.mean_t(COUNTS[4:], confidence=0.998)
    assert (last.value, round(last.low, 1), round(last.high)) == (47, -92.9, 187)


@pytest.mark.printed("PHEindicatormethods 1.3.2, inst/doc/DSR-vignette.html")
def test_direct_rate_with_bands_without_a_death():
    # PHEindicatormethods 1.3.2, inst/doc/DSR-vignette.html, last example
    people = [30, 35, 35, 35, 40, 40, 45, 50, 50, 50, 60, 60, 70, 75, 70, 60, 20, 20, 15]
    deaths = [1, 1, 0, 0, 0, 1, 1, 3, 3, 3, 3, 10, 10, 10, 10, 8, 8, 8, 8]
    rate = rates.directly_standardised(deaths, people, ESP_2013)
    assert (rate.value, rate.low) == pytest.approx((8283.016, 6570.819), abs=5e-4)
    assert rate.high == pytest.approx(10289.65, abs=5e-3)
    assert rate.count == 88


@pytest.mark.printed("PHEindicatormethods 1.3.2, inst/doc/Introduction_to_PHEindicatormethods.html")
@pytest.mark.parametrize(
    ("observed", "expected", "value", "low", "high"),
    # PHEindicatormethods 1.3.2, inst/doc/Introduction_to_PHEindicatormethods.html, phe_isr by year
    [
        (16385, 16385, 690, 679, 701),
        (14084, 15606, 623, 612, 633),
        (15771, 15983, 681, 670, 692),
        (15051, 15760, 659, 648, 670),
        (15438, 15636, 681, 671, 692),
    ],
)
def test_indirect_rates_by_year(observed, expected, value, low, high):
    reference = 690
    people = expected / reference * 100_000
    found = rates.indirectly_standardised(observed, [people], [reference], [100_000])
    assert found.expected == pytest.approx(expected)
    # The reference rate is printed without decimals, which leaves the last digit open by one.
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high), abs=1)


@pytest.mark.printed("PHEindicatormethods 1.3.2, inst/doc/Introduction_to_PHEindicatormethods.html")
@pytest.mark.parametrize(
    ("observed", "expected", "value", "low", "high"),
    # The same file, phe_smr by area, year and sex: the ratio of an indirect rate to its reference
    [(1716, 2103, 0.816, 0.778, 0.855), (1403, 1871, 0.750, 0.711, 0.790), (1254, 1895, 0.662, 0.625, 0.699)],
)
def test_indirect_rates_as_ratios(observed, expected, value, low, high):
    found = rates.indirectly_standardised(observed, [expected], [1], [1], multiplier=1)
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high), abs=1e-3)


def test_slope_index_of_the_second_area_by_errors_and_by_limits():
    # PHEindicatormethods 2.1.1, man/phe_sii.Rd: the standard errors 'give the same result' as the limits
    people = [21675, 20065, 19750, 24713, 20112, 19618, 22408, 19752, 18939, 19312]
    values = [70.5, 71.6, 72.5, 73.5, 73.1, 76.2, 78.7, 80.6, 80.9, 80]
    lows = [70.1, 71.1, 72, 73.1, 72.7, 75.7, 78.2, 80.1, 80.4, 79.5]
    highs = [71, 72.1, 73.2, 73.7, 75.8, 78.8, 79.8, 81.2, 81.3, 80.9]
    errors = [0.23, 0.26, 0.3, 0.16, 0.79, 0.78, 0.4, 0.28, 0.23, 0.35]
    for index in (inequality.slope_index, inequality.relative_index):
        by_error = index(values, people, standard_errors=errors, seed=1)
        by_limit = index(values, people, lows=lows, highs=highs, seed=1)
        assert by_limit[:3] == pytest.approx(by_error[:3], rel=0.005)


def test_ranks_are_midpoints_of_cumulative_shares():
    # PHEindicatormethods 2.1.1, man/phe_sii.Rd: 12 percent, then 10 percent of the people (0.6 there for 0.06)
    assert ranks(np.array([12.0, 10, 78]))[:2] == pytest.approx([0.06, 0.17])


@pytest.mark.printed("healthequal 1.0.1, reference/rci.html")
def test_concentration_of_attended_births():
    # Births by wealth, poorest fifth first, and the percentage with a trained attendant
    births = np.array([2072.436, 2112.204, 1983.059, 2052.124, 1884.510])
    attended = births * [75.60530, 91.01997, 96.03959, 97.04223, 99.22405]
    assert inequality.concentration_curve(attended, births).index == pytest.approx(0.0469506, abs=5.1e-8)


@pytest.mark.printed("FunnelPlotR at commit 263128f, tests/testthat/test-poisson_limits.R")
def test_exact_funnel_limits():
    # FunnelPlotR (commit 263128f), tests/testthat/test-poisson_limits.R
    found = funnel.ratios([15, 20, 30], [15, 20, 30])
    assert found.limits[0].lower == pytest.approx([0.5596924, 0.6108260, 0.6746958], abs=5e-8)
    assert found.limits[0].upper == pytest.approx([1.649348, 1.544419, 1.427562], abs=5e-7)
    assert found.limits[1].lower == pytest.approx([0.3862650, 0.4479107, 0.5289724], abs=5e-8)
    assert found.limits[1].upper == pytest.approx([2.082907, 1.902094, 1.702771], abs=5e-7)


@pytest.mark.printed("nhspy-plotthedots 0.0.1, tests/unittests/test_pandas_spc_x_calc.py, after NHS England's own tool")
def test_xmr_chart_of_the_nhs_england_tool():
    # nhspy-plotthedots 0.0.1, tests/unittests/test_pandas_spc_x_calc.py, after NHS England's own tool
    chart = spc.xmr([89, 86, 75, 77, 81, 74, 72, 78, 76, 82, 77, 54, 66, 77, 86])
    assert chart.mean[0] == pytest.approx(76.67, abs=5e-3)
    assert (round(chart.lower[0]), round(chart.upper[0])) == (57, 96)
    assert [place for place, kind in enumerate(chart.point_type) if kind != "common_cause"] == [11]
    assert spc.xmr(range(1, 11), baseline_points=5).mean[-1] == 3


@pytest.mark.parametrize(
    ("sides", "flagged"),
    # NHSRplotthedots 0.2, tests/testthat/test-ptd_calculate_point_type.R, as are the next two
    [
        ([1] * 6, []),
        ([1] * 6 + [-1], []),
        ([1] * 8 + [-1], range(8)),
        ([-1] * 8 + [1], range(8)),
        ([-1] + [1] * 8 + [-1], range(1, 9)),
    ],
)
def test_seven_on_one_side(sides, flagged):
    assert [place for place, way in enumerate(rules.shifts(sides, 7)) if way] == list(flagged)


@pytest.mark.parametrize(
    ("values", "flagged", "way"),
    [
        ([1, 2, 3, 4, 5, 6], [], 0),
        ([1, 2, 3, 3, 4, 5, 6], [], 0),
        ([1, 2, 3, 4, 5, 6, 7], range(7), 1),
        ([2, 1, 2, 3, 4, 5, 6, 7, 3], range(1, 8), 1),
        ([7, 6, 5, 4, 3, 2, 1], range(7), -1),
        ([2, 7, 6, 5, 4, 3, 2, 1, 3], range(1, 8), -1),
    ],
)
def test_trend_of_seven(values, flagged, way):
    found = rules.trends(values, 7)
    assert [place for place, one in enumerate(found) if one] == list(flagged)
    assert {found[place] for place in flagged} <= {way}


@pytest.mark.parametrize(
    ("close", "side", "flagged"),
    [
        ([1, 0, 1], [1, 1, 1], [0, 2]),
        ([0, 1, 1], [1, 1, 1], [1, 2]),
        ([1, 1, 0], [1, 1, 1], [0, 1]),
        ([0, 0, 1, 0, 1, 0, 0], [1] * 7, [2, 4]),
        ([1, 0, 0, 1], [1] * 4, []),
        ([1, 0, 0, 1, 1], [1] * 5, [3, 4]),
        ([1, 0, 1], [1, -1, 1], []),
        ([0, 0, 1, 1, 0, 0, 0], [-1, 1, -1, 1, -1, 1, -1], []),
    ],
)
def test_two_of_three(close, side, flagged):
    lines = rules.Lines(mean=0, lower=-3, upper=3, inner_lower=-2, inner_upper=2)
    values = [way * (2.5 if near else 1) for near, way in zip(close, side, strict=True)]
    found = rules.two_of_three(values, side, rules.outside(values, lines), lines)
    assert [place for place, way in enumerate(found) if way] == flagged


@pytest.mark.printed("Jacobson and Truax 1991, J Consult Clin Psychol 59:12-19")
def test_cut_off_of_jacobson_and_truax():
    # Jacobson and Truax 1991, p. 13-14: means 40 and 60, both SD 7.5, give a cut-off of 50
    assert change.cut_off(mean=40, sd=7.5, healthy_mean=60, healthy_sd=7.5) == pytest.approx(50)


def test_a_ratio_of_rounded_inputs_is_another_figure():
    # Barton 2012 publishes 14,480; its rounded cost and gain give 16,333
    assert economics.cost_per_qaly(98, 0.006) == pytest.approx(16_333, abs=0.5)
    assert economics.cost_per_qaly(98, 98 / 14_480) == pytest.approx(14_480)
