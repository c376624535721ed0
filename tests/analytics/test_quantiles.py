"""How many standard errors an interval reaches: against a printed table, another way to it, and the edges."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import gammaln

from kith.analytics.errors import BadNumbers
from kith.analytics.intervals import normal_quantile, t_quantile

# NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: what one tail of 0.05, 0.025 and 0.005 begins at.
TAILS = (0.05, 0.025, 0.005)
PRINTED = {
    1: (6.314, 12.706, 63.657), 2: (2.920, 4.303, 9.925), 5: (2.015, 2.571, 4.032), 10: (1.812, 2.228, 3.169),
    30: (1.697, 2.042, 2.750), 100: (1.660, 1.984, 2.626),
}  # fmt: skip
OF_INFINITY = (1.645, 1.960, 2.576)
SURE = st.floats(0.001, 0.999)


@pytest.mark.printed("NIST/SEMATECH e-Handbook, 1.3.6.7.2")
@pytest.mark.parametrize("freedom", PRINTED)
def test_students_t_is_as_printed(freedom):
    assert [round(t_quantile(1 - 2 * tail, freedom), 3) for tail in TAILS] == list(PRINTED[freedom])


@pytest.mark.printed("NIST/SEMATECH e-Handbook, 1.3.6.7.2, last line")
def test_normal_distribution_is_as_printed():
    assert [round(normal_quantile(1 - 2 * tail), 3) for tail in TAILS] == list(OF_INFINITY)


@pytest.mark.independent("scipy, quad of the density")
@pytest.mark.parametrize("confidence", [0.5, 0.95, 0.998])
def test_normal_density_within_it_adds_up_to_the_confidence(confidence):
    end = normal_quantile(confidence)
    held, _ = quad(lambda z: math.exp(-z * z / 2) / math.sqrt(2 * math.pi), -end, end)
    assert held == pytest.approx(confidence, abs=1e-9)


@pytest.mark.independent("scipy, quad of the density")
@pytest.mark.parametrize("confidence", [0.5, 0.95, 0.998])
@pytest.mark.parametrize("freedom", [1, 2.5, 7, 40, 1e5])
def test_students_density_within_it_adds_up_to_the_confidence(freedom, confidence):
    end = t_quantile(confidence, freedom)
    scale = gammaln((freedom + 1) / 2) - gammaln(freedom / 2) - math.log(freedom * math.pi) / 2
    held, _ = quad(lambda t: math.exp(scale - (freedom + 1) / 2 * math.log1p(t * t / freedom)), 0, end, limit=500)
    assert 2 * held == pytest.approx(confidence, abs=1e-8)


@given(SURE, SURE)
def test_more_confidence_reaches_further(one, other):
    low, high = sorted((one, other))
    assert 0 < normal_quantile(low) <= normal_quantile(high)


@given(SURE, st.floats(1, 1e6), st.floats(1, 1e6))
def test_more_freedom_reaches_less_far_and_never_less_than_the_normal(confidence, one, other):
    few, many = sorted((one, other))
    nearly = 1 + 1e-9
    assert t_quantile(confidence, few) * nearly >= t_quantile(confidence, many)
    assert t_quantile(confidence, many) * nearly >= normal_quantile(confidence)


@pytest.mark.parametrize("freedom", [0, -1, math.nan, math.inf])
def test_no_freedom_is_refused(freedom):
    with pytest.raises(BadNumbers, match="degrees of freedom"):
        t_quantile(0.95, freedom)
