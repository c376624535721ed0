"""Figures that R gave for the same numbers: R 4.2.2 of Debian 12, by hand, with the functions named beside each.

Of FunnelPlotR (od_adjustment.R, commit 225b14d): transformed_zscore, winsorisation, truncation, phi_func, tau_func. Of
qicharts2 (helper.functions.R, commit 03470c0): qic.pp, qic.up, qic.t. Of mice 3.15: pool.scalar.

Figures that others published: what qicharts2 0.8.1 gives for its own data, in test/fixtures/qicharts2.ts of the
Australian Department of Health's PowerBI-SPC (commit d4bb4f6). The weeks are those of Mohammed and others 2013, BMJ
Qual Saf 22:362-368, the infections and the days between deaths are of hospitals in Denmark.
"""

import numpy as np
import pytest

from kith.analytics import change, funnel, spc

OBSERVED = [88, 112, 95, 140, 61, 73, 201, 155, 49, 130, 67, 99, 118, 84, 171, 90, 58, 145, 76, 105]
EXPECTED = [
    *(100.5, 98.2, 90.1, 120.7, 70.3, 60.9, 180.4, 170.2, 55.8, 110.6),
    *(80.2, 101.3, 95.9, 93.4, 160.1, 75.7, 66.6, 150.8, 88.8, 92.5),
]
COUNTS = [45, 52, 38, 71, 29, 33, 90, 64, 22, 58, 31, 47, 60, 35, 80, 49, 20, 66, 30, 50]
BASES = [100, 98, 90, 120, 70, 61, 180, 170, 56, 110, 80, 101, 96, 93, 160, 76, 67, 151, 89, 92]


@pytest.mark.independent("FunnelPlotR at commit 225b14d, run in R 4.2.2")
@pytest.mark.parametrize(
    ("method", "phi", "tau_squared", "first_limits"),
    [
        ("cqc", 1.551829649106, 0.001544848226, (0.76656996, 1.26441072, 0.64604037, 1.43097491)),
        ("shmi", 1.337033599103, 0.004077074818, (0.79284125, 1.26128654, 0.69350432, 1.44195209)),
    ],
)
def test_funnels_of_ratios_widened_as_by_funnelplotr(method, phi, tau_squared, first_limits):
    found = funnel.ratios(OBSERVED, EXPECTED, method=method)
    assert (found.phi, found.tau_squared) == pytest.approx((phi, tau_squared), rel=1e-9)
    limits = [end[0] for level in found.limits for end in (level.lower, level.upper)]
    assert limits == pytest.approx(first_limits, abs=5e-7)


@pytest.mark.independent("FunnelPlotR at commit 225b14d, run in R 4.2.2")
def test_funnel_of_shares_widened_as_by_funnelplotr():
    found = funnel.proportions(COUNTS, BASES, overdispersion=True)
    assert (found.phi, found.tau_squared) == pytest.approx((2.860825318310, 0.004911997782), rel=1e-9)
    limits = [end[0] for level in found.limits for end in (level.lower, level.upper)]
    assert limits == pytest.approx((0.30724355, 0.63778989, 0.22166169, 0.72813950), abs=5e-8)


SEEN_IN_FOUR_HOURS = [266501, 264225, 276532, 281461, 269071, 261215, 270409, 279778, 270483, 270320]
ATTENDED = [280443, 276823, 291681, 296155, 282343, 275888, 283867, 295251, 284468, 282529]


@pytest.mark.printed("PowerBI-SPC at commit d4bb4f6, test/fixtures/qicharts2.ts")
def test_p_prime_of_accident_departments_as_published():
    found = spc.p_prime(SEEN_IN_FOUR_HOURS, ATTENDED)
    assert found.centre == pytest.approx(0.95105964383277042, rel=1e-12)
    assert (found.lower[0], found.upper[0]) == pytest.approx((0.93866469138900677, 0.96345459627653407), rel=1e-12)
    assert (found.lower[9], found.upper[9]) == pytest.approx((0.93871053406939875, 0.96340875359614209), rel=1e-12)


INFECTIONS = [575, 521, 585, 528, 507, 519, 457, 505, 494, 512, 543, 506]
DAYS_AT_RISK = [
    *(310466.83333329321, 282346.79166671709, 309089.70833330322, 287977.33333316818, 297743.37500002852),
    *(286988.25000001001, 261120.33333336981, 268720.75000004529, 284437.87500012899, 290449.49999993952),
    *(288104.45833330858, 279961.37499995198),
]


@pytest.mark.printed("PowerBI-SPC at commit d4bb4f6, test/fixtures/qicharts2.ts")
def test_u_prime_of_hospital_infections_as_published():
    found = spc.u_prime(INFECTIONS, DAYS_AT_RISK)
    assert found.centre == pytest.approx(0.0018135371760980396, rel=1e-12)
    assert (found.lower[0], found.upper[0]) == pytest.approx((0.0016028174413353386, 0.0020242569108607405), rel=1e-12)
    assert (found.lower[6], found.upper[6]) == pytest.approx((0.0015837676273946369, 0.0020433067248014423), rel=1e-12)


DAYS_BETWEEN_DEATHS = [
    *(16, 20, 5, 13, 1, 26, 46, 12, 12, 5, 19, 4, 3, 15, 14, 9, 8, 15, 21, 6, 3, 1, 56, 117, 1, 33, 9, 9, 19, 12, 1),
    *(16, 13, 18, 1, 35, 16, 5, 21, 38, 3, 25, 3, 11, 13, 20, 9, 3, 8, 21, 24, 38, 8, 13, 9, 1, 30, 23, 3, 7, 22, 19),
    *(11, 31, 6, 1, 1),
]


@pytest.mark.printed("PowerBI-SPC at commit d4bb4f6, test/fixtures/qicharts2.ts")
@pytest.mark.parametrize(
    ("days", "centre", "upper"),
    [
        (DAYS_BETWEEN_DEATHS[:33], 11.444906381144426, 113.70598556391909),
        (DAYS_BETWEEN_DEATHS[33:], 10.975761737580594, 102.58369462962973),
    ],
)
def test_t_chart_of_days_between_deaths_as_published(days, centre, upper):
    found = spc.t_chart(days)
    assert found.centre == pytest.approx(centre, rel=1e-12)
    # Theirs is 3 divided by 1.128, ours the 2.66 that is printed everywhere.
    assert found.upper == pytest.approx(upper, rel=4e-4)


@pytest.mark.independent("statsmodels, combine_effects")
def test_variance_between_units_as_by_statsmodels():
    """Without trimming, and about the pooled ratio, it is the estimate of DerSimonian and Laird."""
    from statsmodels.stats.meta_analysis import combine_effects

    ratio, error = np.log(np.array(OBSERVED) / EXPECTED), 1 / np.array(EXPECTED)
    theirs = combine_effects(ratio, error, method_re="dl")
    found = funnel.ratios(OBSERVED, EXPECTED, method="shmi", trim=0, target=float(np.exp(theirs.mean_effect_fe)))
    assert found.tau_squared == pytest.approx(theirs.tau2, rel=1e-10)
    assert found.phi == pytest.approx(theirs.q / len(OBSERVED), rel=1e-10)


@pytest.mark.independent("statsmodels, combine_effects")
def test_variance_between_shares_as_by_statsmodels():
    from statsmodels.stats.meta_analysis import combine_effects

    angle, error = np.arcsin(np.sqrt(np.array(COUNTS) / BASES)), 1 / (4 * np.array(BASES))
    theirs = combine_effects(angle, error, method_re="dl")
    found = funnel.proportions(COUNTS, BASES, trim=0, target=float(np.sin(theirs.mean_effect_fe) ** 2))
    assert found.tau_squared == pytest.approx(theirs.tau2, rel=1e-10)
    assert found.phi == pytest.approx(theirs.q / len(COUNTS), rel=1e-10)


@pytest.mark.independent("qicharts2 at commit 03470c0, run in R 4.2.2")
def test_p_prime_as_by_qicharts2():
    found = spc.p_prime(COUNTS[:12], BASES[:12])
    assert (found.centre, found.sigma_z) == pytest.approx((0.46925566343, 1.95108233274))
    assert (found.upper[0], found.lower[0]) == pytest.approx((0.76136423217, 0.17714709469))
    assert (found.upper[8], found.lower[8]) == pytest.approx((0.85960215770, 0.07890916916))


@pytest.mark.independent("qicharts2 at commit 03470c0, run in R 4.2.2")
def test_u_prime_as_by_qicharts2():
    found = spc.u_prime([4, 9, 6, 3, 12, 7, 8, 2, 5, 11], [20, 31, 25, 18, 40, 22, 30, 12, 21, 35])
    assert (found.centre, found.sigma_z) == pytest.approx((0.26377952756, 0.55365920746))
    assert (found.upper[4], found.lower[4]) == pytest.approx((0.39866163063, 0.12889742449))


@pytest.mark.independent("qicharts2 at commit 03470c0, run in R 4.2.2")
def test_t_chart_as_by_qicharts2():
    # Hours between failures of a valve, Montgomery, Statistical Quality Control, table 7.14
    hours = [286, 948, 536, 124, 816, 729, 4, 143, 431, 8, 2837, 596, 81, 227, 603, 492, 1199, 1214, 2831, 96]
    found = spc.t_chart(hours)
    assert (found.centre, found.lower) == pytest.approx((430.0409517898, 0))
    # qicharts2 divides by 1.128 and multiplies by 3, this chart multiplies by the printed 2.66.
    assert found.upper == pytest.approx(6937.9334881666, rel=4e-4)
    assert found.upper == pytest.approx(6940.0842206148)


@pytest.mark.independent("mice 3.15, run in R 4.2.2")
@pytest.mark.parametrize(
    ("complete", "freedom", "missing"), [(59, 25.8896942421, 0.2998158124), (None, 65.1742874419, 0.2698063591)]
)
def test_rubins_rules_as_by_mice(complete, freedom, missing):
    found = change.rubin([2.1, 2.6, 1.9, 2.4, 2.3], [0.25, 0.31, 0.22, 0.28, 0.27], complete_freedom=complete)
    assert (found.interval.value, found.within, found.between) == pytest.approx((2.26, 0.266, 0.073))
    assert (found.freedom, found.missing_information) == pytest.approx((freedom, missing))
