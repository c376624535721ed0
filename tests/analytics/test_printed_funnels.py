"""Funnels that other programs print beside the counts they drew them from."""

import numpy as np
import pytest

from kith.analytics import funnel

# FunnelPlotR 0.4.2, reference/funnel_plot.html (commit 6a328a6): stays in hospital in days and those its model expects,
# to two decimals, of the 54 providers of medpar (R package COUNT), as the table of limits on that page prints them
STAYS = [
    *(406, 642, 46, 764, 82, 201, 193, 569, 404, 134, 614, 491, 501, 131, 274, 124, 456, 48, 429, 14, 369, 8, 37, 128),
    *(145, 493, 104, 6, 308, 34, 7, 935, 134, 339, 458, 22, 2, 160, 87, 55, 252, 174, 43, 228, 210, 321, 631, 543, 105),
    *(389, 92, 1012, 283, 95),
]
EXPECTED_STAYS = [
    *(523.7, 612.98, 53.79, 763.72, 120.94, 250.19, 155.49, 484.71, 362.22, 188.93, 554.38, 616.74, 360.15, 245.61),
    *(263.56, 154.66, 475.02, 38.93, 445.1, 28.8, 347.54, 7.56, 73.21, 118.11, 273.34, 449.79, 172.38, 19.2, 321.86),
    *(36.56, 19.96, 851.72, 198.94, 302.39, 410.16, 45.87, 9.67, 212.34, 38.92, 31.74, 285.64, 186.66, 33.98, 255.65),
    *(242.03, 279.48, 619.26, 626.13, 145.67, 413.86, 111.26, 685.59, 181.11, 24.81),
]


def outliers(limits):
    return abs(limits.outside).sum()


@pytest.mark.printed("FunnelPlotR 0.4.2, reference/funnel_plot.html, and README.md at commit d14b03b")
def test_stays_of_54_hospitals_widened_as_for_the_shmi():
    found = funnel.ratios(STAYS, EXPECTED_STAYS, method="shmi")
    assert found.phi == pytest.approx(8.532851, abs=5.1e-7)
    assert found.tau_squared == pytest.approx(0.02841023, abs=5.1e-9)
    wide, wider = found.limits
    assert (outliers(wide), outliers(wider)) == (16, 9)
    for place, z, low, high, lowest, highest in [
        (4, -4.273269, 0.6870374, 1.455525, 0.5533126, 1.807297),
        (13, -9.850566, 0.7024099, 1.423670, 0.5729580, 1.745329),
        (53, 6.687592, 0.5982289, 1.671601, 0.4448276, 2.248062),
    ]:
        assert found.z_unadjusted[place] == pytest.approx(z, abs=5.1e-7)
        # The rounded expectations leave the seventh decimal open.
        assert (wide.lower[place], wider.lower[place]) == pytest.approx((low, lowest), abs=2e-7)
        assert (wide.upper[place], wider.upper[place]) == pytest.approx((high, highest), abs=5.1e-7)


@pytest.mark.printed("FunnelPlotR 0.4.2, reference/funnel_plot.html, and README.md at commit d14b03b")
def test_stays_of_54_hospitals_with_exact_limits():
    narrow, wide = funnel.ratios(STAYS, EXPECTED_STAYS).limits
    assert (narrow.lower[4], narrow.upper[4]) == pytest.approx((0.8297333, 1.194925), abs=5.1e-7)
    assert (wide.lower[4], wide.upper[4]) == pytest.approx((0.7423709, 1.314130), abs=5.1e-7)
    assert outliers(wide) == 25


# controlcharts, of the safety and quality team of Australia's Department of Health, articles/chart_types.md
EVENTS, EXPECTED_EVENTS = [43, 68, 55, 63, 35, 65, 60, 82, 70, 49], [35, 38, 42, 54, 56, 57, 59, 62, 63, 71]


def printed(found, digits, scale=1):
    """The limits of both levels as the page prints them."""
    return [np.round(scale * end, digits).tolist() for limits in found.limits for end in (limits.lower, limits.upper)]


@pytest.mark.printed("controlcharts, articles/chart_types.md at commit 1cd9141, SR")
def test_ten_units_with_exact_limits():
    assert printed(funnel.ratios(EVENTS, EXPECTED_EVENTS), 3) == [
        [0.697, 0.708, 0.721, 0.751, 0.755, 0.757, 0.761, 0.767, 0.768, 0.781],
        [1.391, 1.373, 1.352, 1.305, 1.299, 1.296, 1.290, 1.282, 1.279, 1.261],
        [0.558, 0.572, 0.590, 0.632, 0.637, 0.640, 0.645, 0.653, 0.655, 0.673],
        [1.641, 1.610, 1.575, 1.496, 1.486, 1.481, 1.471, 1.458, 1.454, 1.424],
    ]


@pytest.mark.printed("controlcharts, articles/chart_types.md at commit 1cd9141, SR with overdispersion")
def test_ten_units_widened_on_the_square_root_scale():
    found = funnel.ratios(EVENTS, EXPECTED_EVENTS, method="cqc")
    assert np.round(found.z, 3).tolist() == [0.738, 2.328, 1.010, 0.580, -1.522, 0.494, 0.062, 1.103, 0.398, -1.262]
    assert printed(found, 3) == [
        [0.507, 0.512, 0.518, 0.532, 0.533, 0.534, 0.536, 0.538, 0.539, 0.543],
        [1.659, 1.649, 1.638, 1.615, 1.612, 1.610, 1.608, 1.604, 1.603, 1.595],
        [0.298, 0.304, 0.312, 0.328, 0.331, 0.332, 0.333, 0.336, 0.337, 0.343],
        [2.115, 2.097, 2.078, 2.036, 2.031, 2.028, 2.024, 2.017, 2.015, 2.000],
    ]


@pytest.mark.printed("controlcharts, articles/chart_types.md at commit 1cd9141, PR with and without overdispersion")
def test_shares_of_ten_units():
    counts, bases = [19, 24, 18, 13, 19, 31, 23, 30, 34, 27], [139, 148, 166, 179, 191, 215, 242, 260, 284, 293]
    limits = [
        [6.549, 6.677, 6.903, 7.046, 7.167, 7.378, 7.580, 7.698, 7.839, 7.887],
        [17.004, 16.811, 16.477, 16.268, 16.096, 15.798, 15.519, 15.358, 15.170, 15.105],
        [4.381, 4.548, 4.848, 5.040, 5.203, 5.492, 5.771, 5.935, 6.132, 6.200],
        [20.751, 20.424, 19.856, 19.503, 19.212, 18.708, 18.238, 17.969, 17.652, 17.544],
    ]
    # The units differ no more than by chance, so the page prints the same limits twice.
    for widened in (False, True):
        found = funnel.proportions(counts, bases, overdispersion=widened)
        assert 100 * found.target == pytest.approx(11.242, abs=5.1e-4)
        assert np.round(found.z, 3).tolist() == [
            *(0.867, 1.765, -0.164, -1.848, -0.582, 1.395, -0.888, 0.150, 0.384, -1.147)
        ]
        assert printed(found, 3, 100) == limits


@pytest.mark.printed("controlcharts, articles/getting_started.md at commit 304b9c2")
def test_limits_of_the_smallest_of_ten_shares():
    counts, bases = [22, 27, 23, 27, 38, 27, 35, 26, 46, 35], [105, 121, 122, 137, 161, 170, 178, 184, 190, 197]
    found = funnel.proportions(counts, bases)
    assert round(100 * found.target, 2) == 19.55
    assert [ends[0] for ends in printed(found, 2, 100)] == [12.57, 27.65, 9.15, 32.71]
