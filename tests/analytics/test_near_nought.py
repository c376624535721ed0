"""Where decimals cancel out, a divisor passes nought, or a certainty is all but whole: a figure or a sentence."""

import math

import pytest

from kith.analytics import change, economics, funnel, inequality, intervals, spc
from kith.analytics.errors import BadNumbers, NoSpread


def test_decimals_that_cancel_out_have_a_mean_of_nought():
    # In binary 0.1 + 0.2 - 0.3 is 2.8e-17, and eight noughts below it would be a shift.
    chart = spc.xmr([0.1, 0.2, -0.3, *[0.0] * 8])
    assert [rule for rule in chart.rule if rule] == ["outside_limits"]
    assert spc.xmr([1, 2, -3, *[0] * 8]).rule == chart.rule


def test_a_point_on_a_limit_of_nought_is_not_beyond_it():
    # Mean 1.596, mean moving range 0.6: the lower limit is nought, and comes out as 4.4e-16.
    chart = spc.xmr([1.896, 1.296] * 4 + [0.0], baseline_points=8, target=0)
    assert chart.lower[0] == pytest.approx(0, abs=1e-12)
    assert chart.rule[-1] != "outside_limits"
    assert chart.assurance == "inconsistent"


@pytest.mark.parametrize("given", [{}, {"standard_errors": [5, 5, 5], "seed": 1}])
@pytest.mark.parametrize("multiplier", [1, -1])
def test_a_ratio_whose_divisor_may_be_nought_has_no_interval(given, multiplier):
    for values in ([6, 0, 8], [8, 0, 6]):
        with pytest.raises(BadNumbers, match="passes nought"):
            inequality.relative_index(values, [1, 1, 1], multiplier=multiplier, **given)


@pytest.mark.parametrize("transform", [None, "log"])
def test_an_interval_of_a_ratio_holds_the_ratio(transform):
    found = inequality.relative_index([6, 5, 7, 8], [1, 2, 1, 3], transform=transform)
    assert 0 < found.low < found.value < found.high


@pytest.mark.parametrize("confidence", [math.nextafter(1, 0), 1 - 1e-13])
def test_a_confidence_all_but_whole_is_refused(confidence):
    calls = [
        lambda: intervals.wilson(3, 10, confidence=confidence),
        lambda: intervals.poisson_exact(3, confidence=confidence),
        lambda: intervals.mean_t([3, 4], confidence=confidence),
        lambda: change.paired([3, 4], [5, 7], confidence=confidence),
        lambda: change.bootstrap([3, 4, 6], [5, 7, 6], confidence=confidence),
        lambda: inequality.slope_index([3, 4, 7], [1, 1, 1], confidence=confidence),
        lambda: funnel.proportions([3, 4], [9, 9], levels=[confidence]),
    ]
    for call in calls:
        with pytest.raises(BadNumbers, match="0 and 1"):
            call()
    assert intervals.wilson(3, 10, confidence=1 - 1e-9).high < 1


def test_numbers_too_small_to_divide_by():
    with pytest.raises(NoSpread):
        economics.cost_per_qaly(1e60, 5e-324)
    pooled = change.rubin([1e-60] * 13, [2.0] * 13)
    assert pooled.freedom == 1e9
    assert funnel.ratios([5e-324, 3], [1, 2], method="shmi").z_unadjusted[0] == pytest.approx(math.log(0.5))
