"""Samples of several kinds, and shares beside those of a population, as others print them beside their counts."""

import numpy as np
import pytest

from kith.analytics import inequality, sampling
from kith.analytics.intervals import normal_quantile

# Schools of California by level, in R's survey (data apistrat and apipop): drawn, of how many, and how many have it
LEVELS = {"elementary": (100, 4421), "high": (50, 755), "middle": (50, 1018)}
AWARDED = {"elementary": 73, "high": 16, "middle": 24}
IN_WHOLE_SCHOOL = {"elementary": 91, "high": 26, "middle": 35}
AWARDED_OF_ALL, IN_WHOLE_SCHOOL_OF_ALL = 4167, 5122


def of_all_schools(having):
    drawn = ((having[level], *numbers) for level, numbers in LEVELS.items())
    return sampling.total([sampling.Stratum(has, sample - has, 0, schools) for has, sample, schools in drawn])


def stands_beside_a_normal_interval(found, error):
    """A normal interval reaches equally far both ways; exact limits further where there is room, and a bit in all."""
    normal = normal_quantile(0.95) * error
    shorter, longer = sorted([found.value - found.low, found.high - found.value])
    return shorter < normal < longer and normal < (shorter + longer) / 2 < 1.1 * normal


@pytest.mark.printed("svy for Python, tests/svy/categorical/test_tabulate_where.py, after R's survey 4.5")
def test_schools_with_an_award():
    found = of_all_schools(AWARDED)
    # Their weights are rounded to eight figures.
    assert found.value == pytest.approx(3957.56995391846, rel=2e-8)
    assert stands_beside_a_normal_interval(found, 213.110254631354)
    assert found.low < AWARDED_OF_ALL < found.high


@pytest.mark.independent("survey 4.1, svytotal, run in R 4.2.2")
def test_schools_that_met_their_target_as_a_whole():
    found = of_all_schools(IN_WHOLE_SCHOOL)
    assert found.value == pytest.approx(5128.30994797, rel=2e-8)
    assert stands_beside_a_normal_interval(found, 150.791566999)
    assert found.low < IN_WHOLE_SCHOOL_OF_ALL < found.high


@pytest.mark.printed("widesI of R's adehabitatHS, in a course's README: elk of Marcum and Loftsgaarden 1980")
def test_elk_among_four_kinds_of_forest():
    """Another field's reach, the selection ratio: the share of the elk seen there over that of points on the map.

    In Manly and others 2003, Resource Selection by Animals, the example is on p. 62.
    """
    seen = {"0%": 3, "1-25%": 90, "26-75%": 181, ">75%": 51}
    points = {"0%": 15, "1-25%": 61, "26-75%": 84, ">75%": 40}
    # Each point stands for a piece of land; a thousand to a point leave room for all elk and change no share.
    rows = inequality.reach(seen, {kind: 1000 * number for kind, number in points.items()})
    assert [row.group for row in rows] == list(seen)
    assert np.round([row.share_of_served.value for row in rows], 3).tolist() == [0.009, 0.277, 0.557, 0.157]
    assert np.round([row.share_of_population for row in rows], 3).tolist() == [0.075, 0.305, 0.42, 0.2]
    assert np.round([row.ratio.value for row in rows], 3).tolist() == [0.123, 0.908, 1.326, 0.785]
    # Their standard error also holds that of the points; without it half the interval is 1.96 of it or nearly.
    for row, error in zip(rows[1:], [0.127, 0.128, 0.15], strict=True):
        share, land = row.share_of_served.value, row.share_of_population
        of_elk = (share * (1 - share) / sum(seen.values())) ** 0.5 / land
        of_points = row.ratio.value * ((1 - land) / land / sum(points.values())) ** 0.5
        assert np.hypot(of_elk, of_points) == pytest.approx(error, abs=5.1e-4)
        assert row.ratio.high - row.ratio.low == pytest.approx(2 * normal_quantile(0.95) * of_elk, rel=0.01)
