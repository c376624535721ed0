"""Slope and relative indices that UKHSA's own vignette prints, on the scale of the indicator.

PHEindicatormethods 2.0 and later, inst/doc/WorkedExamples_phe_sii.html; the groups stand in tests/testthat of the same
package (DSR_testdata.csv, NCMP_testdata.csv). The vignette prints how much a simulated limit differs from run to run
(sii_mad, rii_mad); ours may differ from theirs by a few times that.
"""

import pytest

from kith.analytics import inequality

# Example 2, directly standardised rates by deprivation fifth, log scale: people, rate, its 95% limits
RATES = {
    2010: [
        (1434002, 150.2200205, 147.3194185, 153.1498241),
        (1450590, 131.0221747, 128.3676972, 133.7051129),
        (1453827, 127.4954973, 125.0421198, 129.975513),
        (1440980, 130.494241, 128.2469515, 132.7657553),
        (1457780, 135.4664241, 133.2469515, 137.8657553),
    ],
    2015: [
        (1508923, 143.8177637, 141.0941843, 146.568661),
        (1538008, 127.2058426, 124.7351196, 129.7026732),
        (1538564, 122.4106945, 120.1654081, 124.6801651),
        (1509602, 126.3922397, 124.3450367, 128.4613495),
        (1457780, 135.4664241, 133.2469515, 137.8657553),
    ],
}
# Example 3, children measured by deprivation tenth, logit scale, times -100: children, percent, its 95% limits
SHARES = {
    "607 R": [
        (36111, 12.0794217828363, 11.7473271937339, 12.4195834343315),
        (31803, 11.7410307203723, 11.3918517825361, 12.0994510822713),
        (26681, 11.3638919080994, 10.9886239767609, 11.7502836842961),
        (24184, 10.5896460469732, 10.2080757108839, 10.9837345114021),
        (23023, 10.0073839204274, 9.62638859468932, 10.4017228033421),
        (21506, 9.41132707151493, 9.02830437346462, 9.80884729303046),
        (22197, 8.730909582376, 8.36665612937408, 9.10944479237356),
        (23679, 8.36606275602855, 8.02012076260088, 8.72551115710111),
        (23271, 7.97559193846418, 7.63441201710209, 8.33064392278473),
        (23464, 6.96812137742925, 6.64933849950753, 7.30099206057122),
    ],
    "1011 6": [
        (63449, 23.7576636353607, 23.4281002555295, 24.0904044569639),
        (58069, 23.3618626117205, 23.0194781242827, 23.7077712700192),
        (51630, 22.2525663374007, 21.8958565423459, 22.613404844199),
        (48789, 20.9637418270512, 20.6048456648938, 21.3272100365312),
        (47060, 19.203144921377, 18.8497826751552, 19.56153458767),
        (46636, 18.1512136546874, 17.8040200075901, 18.5036537090368),
        (46369, 16.9747029265242, 16.6357453903763, 17.3191319979396),
        (48321, 15.6081206928665, 15.2872579432233, 15.9344512302617),
        (49348, 14.9023263354138, 14.5908636827433, 15.2192528680166),
        (51293, 12.5904119470493, 12.3061201953862, 12.880306671056),
    ],
}


def arguments(groups, unit=1.0):
    people, values, lows, highs = (list(column) for column in zip(*groups, strict=True))
    scaled = ([one / unit for one in column] for column in (values, lows, highs))
    return dict(zip(("values", "lows", "highs"), scaled, strict=True), populations=people, seed=1)


@pytest.mark.printed("PHEindicatormethods 2.0, inst/doc/WorkedExamples_phe_sii.html")
@pytest.mark.parametrize(
    ("year", "gap", "ratio"),
    [
        (2010, (-14.03684, -17.95990, -10.126662), (0.9010655, 0.8752420, 0.9275826)),
        (2015, (-8.53077, -12.23824, -4.816133), (0.9368534, 0.9106841, 0.9638401)),
    ],
)
def test_indices_of_rates_on_the_log_scale(year, gap, ratio):
    given = arguments(RATES[year])
    found = inequality.slope_index(**given, transform="log")
    assert found.value == pytest.approx(gap[0], abs=5.1e-6)
    assert found[1:3] == pytest.approx(gap[1:], abs=0.06)
    relative = inequality.relative_index(**given, transform="log")
    assert relative.value == pytest.approx(ratio[0], abs=5.1e-8)
    assert relative[1:3] == pytest.approx(ratio[1:], abs=4e-4)


@pytest.mark.printed("PHEindicatormethods 2.0, inst/doc/WorkedExamples_phe_sii.html")
@pytest.mark.parametrize(
    ("school_year", "gap"),
    [("607 R", (5.970062, 5.549097, 6.393890)), ("1011 6", (13.057800, 12.664883, 13.441025))],
)
def test_slope_index_of_shares_on_the_logit_scale_turned_round(school_year, gap):
    found = inequality.slope_index(**arguments(SHARES[school_year], 100), transform="logit", multiplier=-100)
    assert found.value == pytest.approx(gap[0], abs=5.1e-7)
    assert found[1:3] == pytest.approx(gap[1:], abs=0.01)
