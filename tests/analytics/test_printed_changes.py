"""Change, and what missing readings do to it, as other programs and books print them beside their data."""

import numpy as np
import pytest

from kith.analytics import change

N = None


@pytest.mark.printed("R, sleep of ten patients (Student 1908), t.test in Meys and de Vries, R for Dummies")
def test_sleep_of_ten_patients():
    second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    found = change.paired(second, [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2])
    assert found.interval[:3] == pytest.approx((-1.58, -2.4598858, -0.7001142), abs=5.1e-8)
    assert found.effect_size * 10**0.5 == pytest.approx(-4.0621, abs=5.1e-5)


@pytest.mark.printed("Heymans and Eekhout 2019, Applied Missing Data Analysis, Rubin's Rules (09-Background.Rmd)")
@pytest.mark.parametrize(("complete", "freedom", "missing"), [(None, 506.5576, 0.0665132), (148, 107.7509, 0.0797587)])
def test_pain_of_patients_with_and_without_radiation(complete, freedom, missing):
    found = change.rubin([2.174, 1.965, 1.774], np.square([0.896, 0.882, 0.898]), complete_freedom=complete)
    assert found.interval.value == pytest.approx(1.971, abs=5.1e-4)
    assert found.within == pytest.approx(0.7957147, abs=5.1e-8)
    assert found.between == pytest.approx(0.040027, abs=5.1e-7)
    # The book's own share of the variance, 0.06283485, is not quite that of its rounded estimates, 0.06285519.
    assert found.freedom == pytest.approx(freedom, rel=1e-3)
    assert found.missing_information == pytest.approx(missing, rel=1e-3)


# Cholesterol of 28 patients 2, 4 and 14 days after a heart attack (Ryan and Joiner 1994), as norm2 carries it
DAY_2 = [
    *(
        270,
        236,
        210,
        142,
        280,
        272,
        160,
        220,
        226,
        242,
        186,
        266,
        206,
        318,
        294,
        282,
        234,
        224,
        276,
        282,
        360,
        310,
        280,
    ),
    *(278, 288, 288, 244, 236),
]
DAY_4 = [
    *(
        218,
        234,
        214,
        116,
        200,
        276,
        146,
        182,
        238,
        288,
        190,
        236,
        244,
        258,
        240,
        294,
        220,
        200,
        220,
        186,
        352,
        202,
        218,
    ),
    *(248, 278, 248, 270, 242),
]
DAY_14 = [
    *(156, N, 242, N, N, 256, 142, 216, 248, N, 168, 236, N, 200, 264, N, 264, N, 188, 182, 294, 214, N, 198, N, 256),
    *(280, 204),
]


@pytest.mark.printed("norm2 2.0.2, tests/miInferenceTests.Rout.save")
def test_cholesterol_with_nothing_missing():
    found = change.multiple_imputation(DAY_2, DAY_4)
    assert found.interval.value == pytest.approx(-23.2860, abs=5.1e-4)
    assert found.within**0.5 == pytest.approx(7.2340, abs=5.1e-5)
    assert (round(found.freedom, 1), found.missing_information) == (25.2, 0.0)


@pytest.mark.printed("norm2 2.0.2, tests/emTests.Rout.save and miInferenceTests.Rout.save")
@pytest.mark.parametrize(("before", "other", "error"), [(DAY_2, DAY_4, 10.8650), (DAY_4, DAY_2, 7.5641)])
def test_cholesterol_with_nine_of_28_later_readings_missing(before, other, error):
    """About the change that norm2's likelihood is highest for; norm2's own draws are 25 and lie further from it."""
    found = change.multiple_imputation(before, DAY_14, {"other day": other}, imputations=1000)
    of_the_draws = (found.between / 1000) ** 0.5
    assert found.interval.value == pytest.approx(222.2371 - np.mean(before), abs=3 * of_the_draws)
    assert (found.within + found.between) ** 0.5 == pytest.approx(error, rel=0.1)


# tableone, docs/articles/introduction.html (commit 3f6e4d3): patients of the pbc trial (R package survival), both arms
ARMS = {"followed_up": [True] * 158 + [False] * 154}


@pytest.mark.printed("tableone, docs/articles/introduction.html at commit 3f6e4d3")
@pytest.mark.parametrize(
    ("first", "second", "difference"), [(137, 139, 0.111), (14, 10, 0.089), (73, 87, 0.207), (45, 45, 0.016)]
)
def test_shares_of_two_arms_in_standard_deviations(first, second, difference):
    has = ["yes"] * first + ["no"] * (158 - first) + ["yes"] * second + ["no"] * (154 - second)
    no, yes = change.followed_up({**ARMS, "sign": has}, ["sign"])
    assert (yes.followed, yes.lost) == (first, second)
    assert abs(yes.standardised_difference) == pytest.approx(difference, abs=5.1e-4)
    assert no.standardised_difference == pytest.approx(-yes.standardised_difference)


def of_mean_and_sd(people, mean, sd):
    """As many values as people, half above and half below their mean, with that standard deviation."""
    away = sd * ((people - 1) / people) ** 0.5
    return [mean - away] * (people // 2) + [mean + away] * (people // 2)


@pytest.mark.printed("tableone, docs/articles/introduction.html at commit 3f6e4d3")
@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ((51.42, 11.01), (48.58, 9.96), 0.270),
        ((2015.62, 1094.12), (1996.86, 1155.93), 0.017),
        ((258.75, 100.32), (265.20, 90.73), 0.067),
    ],
)
def test_means_of_two_arms_in_standard_deviations(first, second, difference):
    table = {**ARMS, "measure": of_mean_and_sd(158, *first) + of_mean_and_sd(154, *second)}
    (row,) = change.followed_up(table, ["measure"])
    # Means and standard deviations are printed to two decimals.
    assert abs(row.standardised_difference) == pytest.approx(difference, abs=1.1e-3)
