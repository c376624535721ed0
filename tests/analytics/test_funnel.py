"""Funnels against their formulas, and what they refuse."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.analytics import funnel
from kith.analytics.errors import BadNumbers, TooFew, UnequalLengths, UnknownChoice

COUNTS, BASES = [10, 25, 18, 40, 9, 33, 21, 60], [40, 60, 50, 90, 45, 70, 66, 100]


def test_proportion_limits_on_the_arcsine_scale():
    found = funnel.proportions(COUNTS, BASES)
    target = sum(COUNTS) / sum(BASES)
    assert found.target == pytest.approx(target)
    for limits, z in zip(found.limits, (1.959964, 3.090232), strict=True):
        for base, lower, upper in zip(BASES, limits.lower, limits.upper, strict=True):
            angle, reach = math.asin(math.sqrt(target)), z / (2 * math.sqrt(base))
            assert lower == pytest.approx(math.sin(angle - reach) ** 2, abs=1e-7)
            assert upper == pytest.approx(math.sin(angle + reach) ** 2, abs=1e-7)


def test_proportion_z_phi_and_tau_by_hand():
    found = funnel.proportions(COUNTS, BASES, overdispersion=True)
    share, base = np.divide(COUNTS, BASES), np.array(BASES)
    z = 2 * np.sqrt(base) * (np.arcsin(np.sqrt(share)) - math.asin(math.sqrt(found.target)))
    low, high = np.quantile(z, [0.1, 0.9])
    phi = (np.clip(z, low, high) ** 2).mean()
    weights = 4.0 * base
    tau = (8 * phi - 7) / (weights.sum() - (weights**2).sum() / weights.sum())
    assert found.phi == pytest.approx(phi)
    assert found.tau_squared == pytest.approx(tau)
    assert found.z == pytest.approx(z / np.sqrt(1 + weights * tau))
    assert found.z_unadjusted == pytest.approx(z)
    assert found.adjusted


def test_widened_limits_are_wider():
    plain, wide = (funnel.proportions(COUNTS, BASES, overdispersion=choice) for choice in (None, True))
    assert (wide.limits[0].lower < plain.limits[0].lower).all()
    assert plain.z == pytest.approx(plain.z_unadjusted)


def test_units_no_more_different_than_chance_have_no_tau():
    found = funnel.proportions([50, 51, 49, 50], [100] * 4, overdispersion=True)
    assert found.tau_squared == 0


def test_outside_flags_say_which_side():
    found = funnel.proportions([1, 30, 30, 30, 59], [60] * 5, target=0.5)
    assert list(found.limits[1].outside) == [-1, 0, 0, 0, 1]


def test_shares_of_nought_and_of_one_stay_within_their_limits():
    found = funnel.proportions([0, 3], [3, 3])
    assert (found.limits[0].lower >= 0).all()
    assert (found.limits[0].upper <= 1).all()
    assert list(found.limits[1].outside) == [0, 0]


def test_exact_ratio_limits_are_those_of_the_poisson():
    from scipy.stats import chi2

    expected = np.array([2.0, 10.0, 55.5])
    found = funnel.ratios([3, 12, 50], expected)
    assert found.limits[0].lower == pytest.approx(chi2.ppf(0.025, 2 * expected) / 2 / expected)
    assert found.limits[0].upper == pytest.approx(chi2.ppf(0.975, 2 * (expected + 1)) / 2 / expected)
    assert found.limits[1].upper == pytest.approx(chi2.ppf(0.999, 2 * (expected + 1)) / 2 / expected)
    assert not found.adjusted


def test_cqc_ratios_by_hand():
    observed, expected = np.array([30, 12, 80, 44, 9, 20]), np.array([20.0, 15, 60, 50, 12, 18])
    found = funnel.ratios(observed, expected, method="cqc")
    z = 2 * (np.sqrt(observed) - np.sqrt(expected))
    low, high = np.quantile(z, [0.1, 0.9])
    phi = (np.clip(z, low, high) ** 2).mean()
    weights = 4 * expected
    tau = max(0, (6 * phi - 5) / (weights.sum() - (weights**2).sum() / weights.sum()))
    assert tau > 0
    assert (found.phi, found.tau_squared) == pytest.approx((phi, tau))
    reach = 1.959964 * np.sqrt(1 / weights + tau)
    assert found.limits[0].upper == pytest.approx((1 + reach) ** 2, abs=1e-6)
    assert found.limits[0].lower == pytest.approx(np.maximum(1 - reach, 0) ** 2, abs=1e-6)


def test_shmi_ratios_leave_out_the_outer_tenths():
    chance = np.random.default_rng(5)
    expected = chance.uniform(20, 200, 20)
    observed = chance.poisson(expected * np.exp(chance.normal(0, 0.2, 20)))
    found = funnel.ratios(observed, expected, method="shmi")
    z = np.sqrt(expected) * np.log(observed / expected)
    # ranks 1 and 20 of 20 fall into the outer slices: floor(rank * 10 / 21) of 0 or 9
    inner = [place for place in np.argsort(z) if 0 < math.floor((np.argsort(np.argsort(z))[place] + 1) * 10 / 21) < 9]
    assert found.phi == pytest.approx((z[inner] ** 2).mean())
    assert found.limits[0].upper == pytest.approx(
        np.exp(1.959964 * np.sqrt(1 / expected + found.tau_squared)), abs=1e-6
    )


def test_shmi_counts_a_unit_without_events_as_half_an_event():
    found = funnel.ratios([0, 5, 6], [4, 5, 6], method="shmi")
    assert found.values[0] == 0
    assert np.isfinite(found.z).all()


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 60)), min_size=1, max_size=12))
def test_every_funnel_is_finite_and_in_the_order_given(pairs):
    observed, expected = zip(*pairs, strict=True)
    for method in ("exact", "cqc", "shmi"):
        found = funnel.ratios(observed, expected, method=method)
        assert found.values == pytest.approx(np.divide(observed, expected))
        for limits in found.limits:
            assert np.isfinite(limits.upper).all()
            assert (limits.lower <= limits.upper).all()
        assert np.isfinite(found.z).all()


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: funnel.proportions([], []), TooFew),
        (lambda: funnel.proportions([1], [0]), BadNumbers),
        (lambda: funnel.proportions([2], [1]), BadNumbers),
        (lambda: funnel.proportions([1, 2], [3]), UnequalLengths),
        (lambda: funnel.proportions([1], [2], target=1.5), BadNumbers),
        (lambda: funnel.proportions([1], [2], trim=0.5), BadNumbers),
        (lambda: funnel.proportions([1], [2], levels=[95]), BadNumbers),
        (lambda: funnel.ratios([1], [0]), BadNumbers),
        (lambda: funnel.ratios([-1], [1]), BadNumbers),
        (lambda: funnel.ratios([1], [1], target=0), BadNumbers),
        (lambda: funnel.ratios([1], [1], method="log"), UnknownChoice),
        (lambda: funnel.ratios([1], [1], overdispersion=True), UnknownChoice),
    ],
)
def test_funnels_that_cannot_be_are_refused_in_a_sentence(call, error):
    with pytest.raises(error, match=r"\.$"):
        call()
