"""The interval of a mean that leans on no curve, beside the intervals that other programs print.

Readings in whole numbers have few possible means, so that many draws equal the mean itself. Here half of them count as
below it, as in scipy; in DABEST and in R's boot none does, which moves the ends down by a step or two from one possible
mean to the next. With so few means all draws there are can be worked out: in the one convention they give the printed
ends, in the other ours.
"""

import numpy as np
import pytest

from kith.analytics import change

# Systolic blood pressure of 16 people before and after exercise (Altman and others 2000, Statistics with Confidence,
# 2nd edition, p. 31), as DABEST carries it
PRESSURE_BEFORE = [148, 142, 136, 134, 138, 140, 132, 144, 128, 170, 162, 150, 138, 154, 126, 116]
PRESSURE_AFTER = [152, 152, 134, 148, 144, 136, 144, 150, 146, 174, 162, 162, 146, 156, 132, 126]

# Steps a day of Mangiafico's students, women and men, as the course prints them
STEPS_OF_WOMEN = [8000, 9000, 10000, 7000, 6000, 8000, 8000, 9000, 9000, 8000, 10000, 9000, 8000, 8000, 6000]
STEPS_OF_MEN = [7000, 5000, 9000, 7000, 6000, 8000, 7000, 6000, 8000, 7000, 7000]
DRAWS = 100_000


def ends_of_all_draws(values, share_of_ties_below):
    """The ends worked out apart from the bench, for whole numbers, by the formulas of Efron 1987."""
    from scipy.stats import norm

    values = np.array(values)
    chances = np.ones(1)
    for _ in values:
        chances = np.convolve(chances, np.bincount(values - values.min()) / len(values))
    means = values.min() + np.arange(len(chances)) / len(values)
    away = values - values.mean()
    pull = (away**3).sum() / (6 * (away**2).sum() ** 1.5)
    tied = abs(means - values.mean()) < 1e-9
    bias = norm.ppf(chances[(means < values.mean()) & ~tied].sum() + share_of_ties_below * chances[tied].sum())
    shifted = bias + norm.ppf([0.025, 0.975])
    return means[np.searchsorted(chances.cumsum(), norm.cdf(bias + shifted / (1 - pull * shifted)))]


@pytest.mark.printed("DABEST-python at commit 0a68639, dabest/tests/test_99_confint.py")
def test_blood_pressure_before_and_after_exercise():
    changes = np.subtract(PRESSURE_AFTER, PRESSURE_BEFORE)
    step = 2 / len(changes)
    ours = change.bootstrap(PRESSURE_BEFORE, PRESSURE_AFTER, repetitions=DRAWS)
    # DABEST draws 5,000 times, so its ends are only good to two steps.
    assert ends_of_all_draws(changes, 0) == pytest.approx([3.625, 9.125], abs=2 * step)
    assert [ours.low, ours.high] == pytest.approx(ends_of_all_draws(changes, 0.5), abs=step)
    assert ours.value == 6.625


@pytest.mark.printed("ajsmit/Basic_stats at commit 20065ec, docs/10-confidence.md, by rcompanion in R")
@pytest.mark.parametrize(
    ("steps", "mean", "printed", "printed_elsewhere"),
    [(STEPS_OF_WOMEN, 8200, [7470, 8670], [7530, 8670]), (STEPS_OF_MEN, 7000, [6270, 7550], [6270, 7550])],
)
def test_steps_a_day(steps, mean, printed, printed_elsewhere):
    """By 10,000 draws: in another form of the page, the first here, the lower end for women is one mean lower."""
    step = 1000 / len(steps)
    ours = change.bootstrap([0] * len(steps), steps, repetitions=DRAWS)
    # Printed to three figures.
    assert ends_of_all_draws(steps, 0) == pytest.approx(printed, abs=5.1)
    assert ends_of_all_draws(steps, 0) == pytest.approx(printed_elsewhere, abs=step)
    assert [ours.low, ours.high] == pytest.approx(ends_of_all_draws(steps, 0.5), abs=step)
    assert ours.value == mean
