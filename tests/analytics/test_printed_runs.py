"""Runs and crossings, and the limits that chance sets to them, as Anhøj's own packages print them."""

import pytest

from kith.analytics import spc

# The least number of crossings for 10 to 100 useful points, and for how many of them the longest run may be no longer
CROSSINGS = [
    *(2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 8, 9, 9, 10, 10, 11, 11, 11, 12, 12, 13, 13, 14, 14, 14),
    *(15, 15, 16, 16, 17, 17, 17, 18, 18, 19, 19, 20, 20, 21, 21, 21, 22, 22, 23, 23, 24, 24, 25, 25, 25, 26, 26),
    *(27, 27, 28, 28, 29, 29, 29, 30, 30, 31, 31, 32, 32, 33, 33, 34, 34, 34, 35, 35, 36, 36, 37, 37, 38, 38, 39),
    *(39, 39, 40, 40, 41, 41),
]
LONGEST = [6] * 2 + [7] * 11 + [8] * 23 + [9] * 45 + [10] * 10


@pytest.mark.printed("qicharts2, vignette, appendix 2 (d-morrison/qicharts2 at commit e40eb7e, master/articles)")
def test_limits_for_10_to_100_useful_points():
    charts = [spc.run_chart([place % 2 for place in range(useful)], centre=0.5) for useful in range(10, 101)]
    assert [chart.longest_run_limit for chart in charts] == LONGEST
    assert [chart.crossings_limit for chart in charts] == CROSSINGS


# rnorm(24) of R from seed 19, then one value of 4 and twelve of mean 2, as the vignette makes them
SHIFTED = [
    *(-1.1894537, 0.3885812, -0.3443333, -0.5478961, 0.9806622, -0.2366460, 0.8097397, -0.7447795, -0.2597870),
    *(-0.1830838, 0.5186300, 0.8834651, 1.0012848, 2.5348300, 1.8762320, 4.1193033, 0.4865241, 2.2551949, 3.5047414),
    *(1.6099195, 2.5793582, 2.2103558, 2.9440428, 0.1733068),
]


@pytest.mark.printed("qicharts2, vignette, The Anhøj rules (d-morrison/qicharts2 at commit e40eb7e, master/articles)")
def test_shift_half_way_about_the_mean():
    found = spc.run_chart(SHIFTED, centre=sum(SHIFTED) / len(SHIFTED))
    assert found.centre == pytest.approx(1.057091, abs=5.1e-7)
    assert (found.useful, found.longest_run, found.longest_run_limit) == (24, 13, 8)
    assert (found.crossings, found.crossings_limit, found.signal) == (4, 8, True)


@pytest.mark.printed("qicharts at commit 67dbdd4, vignettes/runcharts.Rmd, figure 2")
def test_points_on_the_median_do_not_count():
    """24 values of which two lie on the median: rpois(24, 16) of R from seed 9, the last twelve rpois(12, 24)."""
    first, second = [12, 12, 14, 17, 11, 13, 15, 14, 21, 14, 16, 14], [30, 27, 18, 22, 29, 24, 24, 19, 28, 18, 24, 20]
    found = spc.run_chart(first + second)
    assert (found.useful, found.longest_run, found.longest_run_limit) == (22, 10, 7)
    assert (found.crossings, found.crossings_limit, found.signal) == (3, 7, True)
