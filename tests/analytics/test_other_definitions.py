"""Where another source defines a figure otherwise: that ours is the one documented, and by how much they differ."""

import pytest

from kith.analytics import funnel, spc


@pytest.mark.parametrize(
    ("people", "lower", "upper", "apart"),
    # PHEindicatormethods, tests/testthat/testdata_funnel_prop_outputs.csv: 95% and 99.8% at 80.642448%
    [
        (102, (72.974925, 68.553233), (88.309971, 92.731663), 1.7),
        (1008, (78.203374, 76.796814), (83.081521, 84.488082), 0.16),
        (4818, (79.526814, 78.883452), (81.758082, 82.401444), 0.04),
        (99108, (80.396467, 80.254616), (80.888428, 81.03028), 0.002),
    ],
)
def test_limits_of_shares_draw_near_to_those_of_ukhsa(people, lower, upper, apart):
    target = 0.80642448
    limits = funnel.proportions([people * target], [people], target=target).limits
    for level, low, high in zip(limits, lower, upper, strict=True):
        half = funnel.limits.quantile(level.level) * (target * (1 - target) / people) ** 0.5
        assert (100 * (target - half), 100 * (target + half)) == pytest.approx((low, high), abs=1e-6)
        assert 0 < low - 100 * level.lower[0] < apart
        assert 0 < high - 100 * level.upper[0] < apart


@pytest.mark.parametrize("between", [3, 7])
def test_the_last_point_of_a_trend_keeps_its_direction_where_another_begins(between):
    # NHSRplotthedots 0.2.2 calls the seventh point falling, by the step to the eighth, or by there being none.
    chart = spc.xmr([1, 2, 3, 4, 5, 6, 7, between, 8, 9, 10, 11, 12, 13, 14])
    assert (chart.rule[6], chart.direction[6], chart.point_type[6]) == ("trend", 1, "special_cause_improvement")
    assert (chart.rule[8], chart.direction[8]) == ("trend", 1)


def test_screening_a_baseline_that_does_not_vary_leaves_the_limits_on_the_mean():
    chart = spc.xmr([5] * 12 + [6], baseline_points=12, screen_outliers=True)
    assert (chart.mean[0], chart.lower[0], chart.upper[0]) == (5, 5, 5)
    assert chart.rule[-1] == "outside_limits"
