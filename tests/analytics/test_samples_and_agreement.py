"""What a sample says of the rest, and how far two agree: against printed examples and other implementations."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import hypergeom
from statsmodels.stats.inter_rater import cohens_kappa

from kith.analytics.agreement import agreement
from kith.analytics.errors import BadNumbers, TooFew
from kith.analytics.intervals import Interval, normal_quantile
from kith.analytics.sampling import Stratum, how_many, share_found, total

PRINTED = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]


def by_trying_all(has, drawn, population, tail=0.025 * (1 - 1e-9)):
    """The interval by asking of every number there might be whether the sample would be too surprising.

    The tail is a little short of a fortieth, so that a chance of one in forty is met however it is rounded.
    """
    possible = range(has, population - (drawn - has) + 1)
    low = min(m for m in possible if hypergeom.sf(has - 1, population, m, drawn) >= tail)
    return low, max(m for m in possible if hypergeom.cdf(has, population, m, drawn) >= tail)


@pytest.mark.independent("scipy, hypergeom")
@settings(deadline=None, max_examples=60)
@given(st.integers(1, 120), st.randoms(use_true_random=False))
def test_interval_of_a_draw_is_that_of_trying_all(population, dice):
    drawn = dice.randint(1, population)
    has = dice.randint(0, drawn)
    found = how_many(has, drawn, population)
    assert (found.low, found.high) == by_trying_all(has, drawn, population)
    assert found.low <= found.value <= found.high


@pytest.mark.parametrize("truth", [0, 1, 7, 60, 299, 300, 441, 600])
def test_interval_of_a_draw_holds_the_truth_in_at_least_nineteen_draws_of_twenty(truth):
    drawn, population = 60, 600
    chances = ((has, hypergeom.pmf(has, population, truth, drawn)) for has in range(drawn + 1))
    ends = ((chance, how_many(has, drawn, population)) for has, chance in chances if chance > 0)
    assert sum(chance for chance, found in ends if found.low <= truth <= found.high) >= 0.95


@pytest.mark.printed("samplingbook 1.2.4, README, after Kauermann and Küchenhoff 2010, p. 53")
@pytest.mark.parametrize(("has", "printed"), [(45, (110, 161)), (2, (1, 19))])
def test_how_many_of_300_by_a_hundred(has, printed):
    found = how_many(has, 100, 300)
    # The book prints the first numbers that the sample rules out, this function the last that it allows.
    assert (found.low - 1, found.high + 1) == printed


@pytest.mark.parametrize("population", [40, 80, 120, 400, 4000])
def test_what_happens_in_just_one_of_forty_is_not_too_surprising(population):
    one_in_forty = population // 40
    assert how_many(0, 1, population).high == population - one_in_forty
    assert how_many(1, 1, population).low == one_in_forty


def test_everything_drawn_leaves_no_doubt():
    assert how_many(7, 20, 20)[:3] == (7.0, 7.0, 7.0)


def test_doubt_of_several_draws_is_less_than_the_sum_of_their_doubts():
    parts = [how_many(30, 40, 400), how_many(10, 40, 900)]
    whole = total([Stratum(30, 10, 0, 400), Stratum(10, 30, 0, 900)])
    assert whole.value == sum(part.value for part in parts)
    assert sum(part.low for part in parts) < whole.low < whole.value < whole.high < sum(part.high for part in parts)


def test_those_of_whom_nobody_was_sure_widen_the_interval_both_ways():
    sure, unsure = total([Stratum(30, 10, 0, 400)]), total([Stratum(30, 10, 5, 400)])
    assert unsure.value == sure.value
    assert unsure.low < sure.low
    assert unsure.high > sure.high


@pytest.mark.parametrize("given", [(3, 2, 9), (1, 10, 9), (-1, 2, 9), (1.5, 2, 9)])
def test_sample_that_cannot_be_is_refused(given):
    with pytest.raises(BadNumbers):
        how_many(*given)


@pytest.mark.parametrize("stratum", [(5, 2, -1, 100), (5, -2, 4, 100), (-1, 2, 3, 100), (5, 2, 1, 6), (5, 2, 0.5, 100)])
def test_stratum_that_cannot_be_is_refused(stratum):
    with pytest.raises(BadNumbers):
        total([Stratum(*stratum)])


@pytest.mark.parametrize("ends", [(5, 9, 2), (5, 6, 9), (5, 2, 4), (-1, -2, 3), (5, np.nan, 7), (5, 4, np.inf)])
def test_share_of_what_is_no_interval_of_a_count_is_refused(ends):
    other = Interval(1, 0, 2, "")
    for both in ((Interval(*ends, ""), other), (other, Interval(*ends, ""))):
        with pytest.raises(BadNumbers):
            share_found(*both)


def test_nothing_to_go_by_is_refused():
    for nothing in (
        lambda: how_many(0, 0, 9), lambda: total([]), lambda: total([Stratum(0, 0, 3, 9)]),
        lambda: share_found(Interval(0, 0, 5, ""), Interval(0, 0, 5, "")), lambda: agreement([[0, 0], [0, 0]]),
    ):  # fmt: skip
        with pytest.raises(TooFew):
            nothing()


def test_share_found_takes_the_worse_ends():
    found = share_found(Interval(80, 60, 90, ""), Interval(20, 10, 40, ""))
    assert found[:3] == (0.8, 0.6, 0.9)


@pytest.mark.printed("irrCAC, cont3x3abstractors")
def test_agreement_is_as_printed():
    """irrCAC, cont3x3abstractors: kappa 0.7964094 (0.05891072), AC1 0.8493305 (0.04321747), share 0.89."""
    found, z = agreement(PRINTED), normal_quantile(0.95)
    assert found.share.value == 0.89
    assert (found.kappa.value, found.ac1.value) == (
        pytest.approx(0.7964094, abs=5e-8),
        pytest.approx(0.8493305, abs=5e-8),
    )
    assert (found.kappa.high - found.kappa.low) / 2 / z == pytest.approx(0.05891072, abs=5e-9)
    assert (found.ac1.high - found.ac1.low) / 2 / z == pytest.approx(0.04321747, abs=5e-9)


@pytest.mark.independent("statsmodels, cohens_kappa")
@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 30), min_size=9, max_size=9).filter(lambda cells: len({c > 0 for c in cells}) == 2))
def test_kappa_is_that_of_another_implementation(cells):
    table = [cells[:3], cells[3:6], cells[6:]]
    found = agreement(table)
    if found.kappa is None or found.share.value == 1:
        return
    with np.errstate(all="ignore"):
        other = cohens_kappa(table)
    assert found.kappa.value == pytest.approx(other.kappa, abs=1e-12)
    if other.kappa + 1.96 * other.std_kappa < 1 and other.kappa - 1.96 * other.std_kappa > -1:
        half = normal_quantile(0.95) * other.std_kappa
        # Where the error is nought, what is left of rounding under the root is of the order of 1e-8.
        assert found.kappa.high - found.kappa.value == pytest.approx(half, abs=1e-6)


def test_two_who_agree_on_everything_are_not_sure_to():
    found = agreement([[6, 0], [0, 2]])
    assert (found.kappa.value, found.kappa.high) == (1.0, 1.0)
    assert found.kappa.low < 0.5
    assert agreement([[8, 0], [0, 0]]).kappa is None
    assert agreement([[8, 0], [0, 0]]).ac1.value == 1.0


@pytest.mark.parametrize("table", [[[1, 2]], [[1]], [1, 2], [[1.5, 0], [0, 1]], [[-1, 0], [0, 2]]])
def test_table_of_two_readers_that_cannot_be_is_refused(table):
    with pytest.raises(BadNumbers):
        agreement(table)
