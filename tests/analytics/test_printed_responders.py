"""Who improved and who worsened, and what was to be expected anyway, as others print it beside their data."""

import numpy as np
import pytest

from kith.analytics import change

# Depression (HAM-D) of 40 patients before and after (Claus and others 2020), as clinicalsignificance carries them: the
# points of tests/testthat/_snaps/plot/distribution-jt-plot.svg at commit e0bf90f, read off its axes, are whole numbers
BEFORE = [
    *(25, 15, 28, 30, 21, 26, 31, 21, 27, 28, 23, 24, 28, 26, 27, 32, 27, 25, 28, 25),
    *(22, 24, 24, 21, 18, 27, 25, 27, 22, 23, 25, 25, 26, 22, 24, 23, 26, 28, 24, 21),
]
AFTER = [
    *(13, 11, 4, 25, 9, 17, 15, 2, 8, 7, 13, 30, 9, 8, 14, 27, 20, 28, 14, 24),
    *(10, 18, 22, 8, 20, 2, 13, 18, 2, 16, 16, 24, 8, 6, 22, 20, 18, 24, 9, 25),
]


def counts(found):
    return found.improved_count, found.unchanged_count, found.worsened_count


@pytest.mark.printed("clinicalsignificance at commit 1b6fd9a, tests/testthat/_snaps/cs_distribution.md, method JT")
def test_patients_changed_by_what_the_questionnaire_can_tell():
    """The least change that matters is here the least reliable one, of the 40 first readings and reliability 0.8."""
    reliable = change.reliable_change(BEFORE, AFTER, sd=np.std(BEFORE, ddof=1), reliability=0.8)
    assert [list(reliable.direction).count(way) for way in ("down", "none", "up")] == [29, 10, 1]
    found = change.responders(BEFORE, AFTER, minimal=reliable.least_change, higher_is_better=False)
    assert counts(found) == (29, 10, 1)
    assert [round(100 * share.value, 2) for share in (found.improved, found.worsened)] == [72.5, 2.5]


@pytest.mark.printed("clinicalsignificance at commit 1b6fd9a, tests/testthat/_snaps/cs_percentage.md")
def test_patients_whose_depression_was_halved():
    """A halving is one step down on the scale of logarithms; one patient is halved to the point, from 26 to 13."""
    found = change.responders(np.log2(BEFORE), np.log2(AFTER), minimal=1, higher_is_better=False)
    assert counts(found) == (16, 24, 0)
    assert 100 * found.improved.value == 40


@pytest.mark.printed("Trochim, Research Methods Knowledge Base, Regression to the Mean (conjointly.com/kb)")
def test_low_scorers_score_ten_points_higher_with_nothing_done():
    """A sample with mean 30 from a population with mean 50; also where everybody gains 15 points meanwhile."""
    for gain in (0, 15):
        assert change.regression_to_the_mean(30 + gain, 50 + gain, correlation=0.5) == 10


@pytest.mark.printed("Trochim, Research Methods Knowledge Base, Regression to the Mean (conjointly.com/kb)")
@pytest.mark.parametrize(("correlation", "percent"), [(1, 0), (0.5, 50), (0.2, 80), (0, 100)])
def test_percent_of_the_way_to_the_mean(correlation, percent):
    assert change.regression_to_the_mean(0, 100, correlation=correlation) == pytest.approx(percent)


@pytest.mark.independent("Barnett, expected.rtm.R at commit cf3b527, run in R 4.2.2")
@pytest.mark.parametrize(
    ("correlation", "below", "above"),
    [
        (0.2, 21.57761843364, 2.16565272243),
        (0.5, 13.48601152103, 1.35353295152),
        (0.8, 5.394404608411, 0.541413180607),
    ],
)
def test_people_chosen_by_a_cut_off_at_40_where_all_have_mean_60_and_sd_15(correlation, below, above):
    """Equation 1 of Barnett, van der Pols and Dobson 2005, Int J Epidemiol 34:215-220, is ours for a cut-off."""
    from scipy.stats import truncnorm

    at = (40 - 60) / 15
    low = truncnorm.mean(-np.inf, at, loc=60, scale=15)
    high = truncnorm.mean(at, np.inf, loc=60, scale=15)
    assert change.regression_to_the_mean(low, 60, correlation=correlation) == pytest.approx(below, rel=1e-9)
    assert change.regression_to_the_mean(high, 60, correlation=correlation) == pytest.approx(-above, rel=1e-9)
