"""What the people without a second reading do to the result."""

import math

import numpy as np
import pytest

from kith.analytics import change
from kith.analytics.errors import NoSpread, NotPublishable, TooFew, UnequalLengths, UnknownChoice


@pytest.fixture
def people():
    """Two hundred people; those with low first readings gain more and are lost more often."""
    chance = np.random.default_rng(7)
    before = chance.normal(20, 4, 200)
    after = before + 0.5 * (24 - before) + chance.normal(0, 2, 200)
    lost = chance.random(200) < 1 / (1 + np.exp(before - 19))
    return before, after, lost


def with_gaps(after, lost):
    return [None if gone else value for value, gone in zip(after, lost, strict=True)]


def test_rubin_by_hand():
    # Five estimates with mean 3 and variance 2.5, within 1: total 1 + 1.2 * 2.5 = 4, freedom 4 / .75^2
    pooled = change.rubin([1, 2, 3, 4, 5], [1, 1, 1, 1, 1])
    assert pooled.interval.value == 3
    assert pooled.freedom == pytest.approx(4 / 0.75**2)
    assert pooled.interval.high - 3 == pytest.approx(2 * 2.3646 * 0.998, abs=0.02)


def test_rubin_without_spread_between_is_the_plain_interval():
    pooled = change.rubin([2.0, 2.0], [0.25, 0.25])
    assert pooled.interval.low == pytest.approx(2 - 1.96 * 0.5, abs=1e-4)
    assert pooled.missing_information == 0


def test_rubin_within_and_between_make_the_total():
    chance = np.random.default_rng(3)
    estimates, variances = chance.normal(0, 1, 8), chance.random(8) + 0.1
    pooled = change.rubin(estimates, variances)
    total = variances.mean() + (1 + 1 / 8) * estimates.var(ddof=1)
    assert pooled.within + (1 + 1 / 8) * pooled.between == pytest.approx(total)


def test_imputation_moves_the_mean_towards_the_truth(people):
    before, after, lost = people
    truth = float((after - before).mean())
    complete = change.paired(before[~lost], after[~lost]).mean
    pooled = change.multiple_imputation(before, with_gaps(after, lost))
    assert abs(pooled.interval.value - truth) < abs(complete - truth)
    assert pooled.interval.low < truth < pooled.interval.high
    assert 0 < pooled.missing_information < 1


@pytest.mark.independent("scikit-learn, IterativeImputer")
def test_imputation_agrees_with_scikit_learn(people):
    from sklearn.experimental import enable_iterative_imputer  # noqa: F401
    from sklearn.impute import IterativeImputer

    before, after, lost = people
    data = np.column_stack([before, np.where(lost, np.nan, after)])
    means = []
    for seed in range(60):
        filled = IterativeImputer(sample_posterior=True, max_iter=2, tol=1e9, random_state=seed).fit_transform(data)
        means.append(float((filled[:, 1] - filled[:, 0]).mean()))
    pooled = change.multiple_imputation(before, with_gaps(after, lost), imputations=60)
    assert pooled.interval.value == pytest.approx(np.mean(means), abs=0.1)
    # Ours draws one line for all gaps of a data set, theirs each gap apart, which hides the line's own doubt.
    assert pooled.between > np.var(means, ddof=1)


def test_imputation_with_nothing_missing_is_the_paired_interval(people):
    before, after, _ = people
    pooled = change.multiple_imputation(before, after)
    plain = change.paired(before, after).interval
    assert pooled.interval[:3] == pytest.approx(plain[:3], abs=2e-3)
    assert pooled.missing_information == 0


def test_imputation_uses_groups_and_gaps_in_them(people):
    before, after, lost = people
    sex = [("f", "m", None)[place % 3] for place in range(200)]
    age = [None if place % 10 == 0 else 30 + place % 40 for place in range(200)]
    pooled = change.multiple_imputation(before, with_gaps(after, lost), {"sex": sex, "age": age})
    assert math.isfinite(pooled.interval.low)
    assert pooled.imputations >= 20


def test_imputation_counts_nobody_without_a_first_reading(people):
    before, after, _ = people
    plain = change.paired(before, after).interval
    pooled = change.multiple_imputation([*before, None, None], [*after, 90, 95])
    assert pooled.interval[:3] == pytest.approx(plain[:3], abs=2e-3)
    with pytest.raises(TooFew):
        change.tipping_point([*before, None, None], [*after, None, 95])


def test_imputations_are_as_many_as_percent_of_people_have_a_gap(people):
    before, after, lost = people
    age = [None if place % 20 < 9 or gone else 30 + place % 40 for place, gone in enumerate(lost)]
    with_a_gap = np.mean([value is None for value in age])
    pooled = change.multiple_imputation(before, with_gaps(after, lost), {"age": age})
    assert pooled.imputations == math.ceil(100 * with_a_gap) > math.ceil(100 * lost.mean())


def test_imputation_repeats_itself(people):
    before, after, lost = people
    gaps = with_gaps(after, lost)
    assert change.multiple_imputation(before, gaps) == change.multiple_imputation(before, gaps)


@pytest.mark.parametrize(
    ("before", "after", "error"),
    [
        ([1, 2], [1, None], TooFew),
        ([1, 2, 3], [None, None, None], TooFew),
        ([], [], TooFew),
        ([5] * 9, [1, 2, 3, 4, 5, 6, 7, 8, None], NoSpread),
        ([1, 2], [1], UnequalLengths),
    ],
)
def test_imputation_refuses_what_it_cannot_learn_from(before, after, error):
    with pytest.raises(error):
        change.multiple_imputation(before, after)


def test_carried_forward_counts_everybody_and_no_change_for_the_lost():
    bound = change.carried_forward([10, 10, 10, 10], [14, 12, None, math.nan])
    assert bound.n == 4
    assert bound.mean == 1.5


def test_tipping_point_is_where_the_interval_meets_nought(people):
    before, after, lost = people
    tip = change.tipping_point(before, with_gaps(after, lost))
    assert tip.delta < 0
    assert tip.pooled.interval.low == pytest.approx(0, abs=1e-6)
    assert tip.change_of_the_missing < tip.pooled.interval.value


def test_tipping_point_of_a_fall_is_a_rise():
    chance = np.random.default_rng(2)
    before = chance.normal(20, 3, 40)
    after = before - 2 + chance.normal(0, 1, 40)
    tip = change.tipping_point(before, [*after[:30], *[None] * 10])
    assert tip.delta > 0
    assert tip.pooled.interval.high == pytest.approx(0, abs=1e-6)


def test_tipping_point_needs_a_result_and_somebody_missing(people):
    before, after, _ = people
    with pytest.raises(TooFew):
        change.tipping_point(before, after)
    chance = np.random.default_rng(4)
    flat = before + chance.normal(0, 3, 200)
    with pytest.raises(NotPublishable):
        change.tipping_point(before, [*flat[:190], *[None] * 10])


@pytest.mark.independent("scipy, bootstrap")
def test_bootstrap_equals_scipy():
    from scipy.stats import bootstrap

    chance = np.random.default_rng(1)
    difference = chance.gamma(2, 2, 18)
    ours = change.bootstrap(np.zeros(18), difference)
    theirs = bootstrap((difference,), np.mean, method="BCa", n_resamples=10_000, rng=1).confidence_interval
    assert (ours.low, ours.high) == pytest.approx(tuple(theirs), rel=0.03)


def test_bootstrap_of_a_median_and_of_no_spread():
    ours = change.bootstrap([0] * 7, [1, 2, 2, 3, 3, 4, 30], statistic="median")
    assert ours.low <= 3 <= ours.high
    assert change.bootstrap([0, 0], [2, 2])[:3] == (2, 2, 2)
    with pytest.raises(UnknownChoice):
        change.bootstrap([0, 0], [1, 2], statistic="mode")


def test_followed_up_shows_who_is_missing():
    table = {
        "followed_up": [True, True, True, True, False, False, False, False],
        "fifth": ["1", "2", "2", "2", "1", "1", "1", None],
        "age": [50, 52, 54, 56, 30, 32, 34, 36],
    }
    rows = change.followed_up(table, ["fifth", "age"])
    assert [(row.group, row.level, row.followed, row.lost) for row in rows] == [
        ("fifth", "1", 1, 3),
        ("fifth", "2", 3, 0),
        ("fifth", "not known", 0, 1),
        ("age", "mean", 4, 4),
    ]
    assert rows[0].share_followed.value == 0.25
    assert rows[0].standardised_difference == pytest.approx(-0.5 / math.sqrt(0.1875))
    assert rows[3].standardised_difference == pytest.approx(20 / math.sqrt(20 / 3))


def test_followed_up_with_blanks_in_a_measured_column():
    table = {"followed_up": [True, True, False, False], "age": [40, None, 50, 60]}
    assert [(r.level, r.followed, r.lost) for r in change.followed_up(table, ["age"])] == [
        ("mean", 1, 2),
        ("not known", 1, 0),
    ]


@pytest.mark.parametrize(
    ("table", "error"),
    [
        ({"followed_up": [True, True], "sex": ["f", "m"]}, TooFew),
        ({"followed_up": [True, False]}, UnknownChoice),
        ({"sex": ["f"]}, UnknownChoice),
        ({"followed_up": [True, False], "sex": ["f"]}, UnequalLengths),
    ],
)
def test_followed_up_refuses_tables_it_cannot_compare(table, error):
    with pytest.raises(error):
        change.followed_up(table, ["sex"])
