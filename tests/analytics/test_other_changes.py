"""Changes that R gave for the same readings: R 4.2.2 of Debian 12, by hand, with the functions named beside each."""

import numpy as np
import pytest

from kith.analytics import change
from tests.analytics.test_printed_changes import DAY_2, DAY_4, DAY_14


@pytest.mark.independent("zoo 1.8, na.locf, with t.test, run in R 4.2.2")
def test_cholesterol_carried_forward_as_by_zoo():
    found = change.carried_forward(DAY_2, DAY_14)
    assert found.interval[:3] == pytest.approx((-25.7857142857, -43.20546105482, -8.36596751661), rel=1e-11)
    assert found.sd == pytest.approx(44.9240982455, rel=1e-11)


@pytest.mark.independent("mice 3.15, method norm, with pool.scalar and uniroot, run in R 4.2.2")
def test_cholesterol_tips_where_that_filled_in_by_mice_does():
    """Of 1,000 data sets each; mice gave 24.98, 24.75, 24.37 and 24.82 from four seeds."""
    found = change.tipping_point(DAY_2, DAY_14, {"day 4": DAY_4}, imputations=1000)
    assert found.delta == pytest.approx(24.73, abs=1)
    assert found.change_of_the_missing == pytest.approx(6.30, abs=0.5)
    assert found.pooled.interval.high == pytest.approx(0, abs=1e-6)


# How much taller the crossed plant of each of 15 pairs grew, in eighths of an inch (Darwin 1876), as boot carries it
TALLER = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]


@pytest.mark.independent("boot 1.3, boot.ci, type bca, run in R 4.2.2")
@pytest.mark.parametrize(("confidence", "low", "high"), [(0.95, -1.71, 36.32), (0.9, 2.33, 34.13)])
def test_darwins_maize_as_by_boot(confidence, low, high):
    """Five times 200,000 draws of boot; hardly any equals the mean, so how they are counted does not matter."""
    found = change.bootstrap([0] * 15, TALLER, confidence=confidence, repetitions=200_000)
    assert found.value == pytest.approx(np.mean(TALLER))
    assert [found.low, found.high] == pytest.approx([low, high], abs=0.4)
