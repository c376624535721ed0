"""Money against printed examples, and what may never be added."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.analytics import economics
from kith.analytics.errors import BadNumbers, NoSpread, TooFew, UnequalLengths, UnknownChoice


@pytest.mark.parametrize(
    ("year", "schedule", "factor"),
    [
        (0, "green_book_general", 1),
        (1, "green_book_general", 0.966184),
        (5, "green_book_general", 0.841973),
        (10, "green_book_general", 0.708919),
        (30, "green_book_general", 0.356278),
        (31, "green_book_general", 0.345901),
        (40, "green_book_general", 0.265105),
        (1, "green_book_health", 0.985222),
        (5, "green_book_health", 0.928260),
        (10, "green_book_health", 0.861667),
        (30, "green_book_health", 0.639762),
        (31, "green_book_health", 0.631615),
        (40, "green_book_health", 0.562799),
        (10, "nice", 0.708919),
        (40, "nice", 1.035**-40),
    ],
)
def test_discount_factors_as_printed(year, schedule, factor):
    assert economics.discount_factor(year, schedule) == pytest.approx(factor, abs=5e-7)


@given(st.floats(0, 125), st.floats(0, 125), st.sampled_from(["green_book_general", "green_book_health", "nice"]))
def test_discount_factors_fall_with_time(one, other, schedule):
    first, last = sorted((one, other))
    assert economics.discount_factor(first, schedule) >= economics.discount_factor(last, schedule) > 0


@pytest.mark.parametrize(
    ("year", "schedule", "error"),
    [
        (-1, "nice", BadNumbers),
        (126, "nice", BadNumbers),
        (float("nan"), "nice", BadNumbers),
        (1, "treasury", UnknownChoice),
    ],
)
def test_discount_factors_that_cannot_be_are_refused(year, schedule, error):
    with pytest.raises(error, match=r"\.$"):
        economics.discount_factor(year, schedule)


@pytest.mark.printed("HM Treasury 2021, Wellbeing Guidance for Appraisal")
def test_wellby_official_example():
    found = economics.wellby(0.2, persistence=[1, 1])
    assert found.central.amount == pytest.approx(2 * 2600)
    assert economics.wellby(0.2).central.amount == pytest.approx(2600)


def test_wellby_of_two_hundred_people():
    found = economics.wellby(0.5, 200)
    assert (found.central.amount, found.low.amount, found.high.amount) == (1_300_000, 1_000_000, 1_600_000)
    assert found.wellbys == 100


@pytest.mark.parametrize(
    ("convention", "pounds"),
    [("undiscounted", 2_275_000), ("uprated_then_general", 2_231_410.30), ("base_prices_then_health", 2_255_859.16)],
)
def test_wellby_that_fades(convention, pounds):
    found = economics.wellby(0.5, 200, persistence=[1, 0.5, 0.25], convention=convention)
    assert found.central.amount == pytest.approx(pounds, abs=0.005)
    assert found.convention == convention


def test_wellby_uprated_by_prices_and_incomes():
    uprating = economics.Uprating(1.25, 1.1, "2025/26")
    found = economics.wellby(1, convention="uprated_then_general", uprating=uprating)
    assert found.central.amount == pytest.approx(13_000 * 1.25 * 1.1**1.3)
    assert found.central.price_year == "2025/26"
    with pytest.raises(BadNumbers, match="twice"):
        economics.wellby(1, convention="base_prices_then_health", uprating=uprating)


def test_wellby_of_a_loss_is_a_loss():
    found = economics.wellby(-0.5, 10)
    assert found.low.amount < found.central.amount < found.high.amount < 0


def test_qaly_gain_is_over_the_flat_baseline():
    found = economics.qaly_auc([0, 0.5], [0.60, 0.70])
    assert (found.area, found.gain) == pytest.approx((0.325, 0.025))
    assert economics.qaly_auc([0, 0.5], [0.60, 0.70], baseline=0.65).gain == pytest.approx(0)


@pytest.mark.independent("numpy, trapezoid")
@given(st.lists(st.tuples(st.floats(0.01, 2), st.floats(-0.5, 1)), min_size=2, max_size=8))
def test_qaly_area_equals_numpy(readings):
    import numpy as np

    steps, utilities = zip(*readings, strict=True)
    times = np.cumsum(steps)
    assert economics.qaly_auc(times, utilities).area == pytest.approx(np.trapezoid(utilities, times))


@pytest.mark.parametrize(
    ("threshold", "benefit"), [(20_000, 37.36), (25_000, 71.20), (30_000, 105.04), (35_000, 138.88)]
)
def test_net_monetary_benefit_of_health_trainers(threshold, benefit):
    qalys = 98 / 14_480
    assert qalys == pytest.approx(0.006768, abs=5e-7)
    assert economics.net_monetary_benefit(qalys, 98, threshold=threshold) == pytest.approx(benefit, abs=0.005)
    assert economics.cost_per_qaly(98, qalys) == pytest.approx(14_480)


@pytest.mark.parametrize(
    ("timing", "present", "ratio"), [("start_of_year", 181_040.64, 3.02), ("end_of_year", 174_918.50, 2.92)]
)
def test_sroi_example(timing, present, ratio):
    found = economics.sroi(
        100, 2000, deadweight=0.25, displacement=0.10, attribution=0.30, drop_off=0.40, years=3,
        investment=60_000, timing=timing,
    )  # fmt: skip
    assert found.observed == 200_000
    assert [line.remaining for line in found.deductions] == pytest.approx([150_000, 135_000, 94_500])
    assert found.flows == pytest.approx((94_500, 56_700, 34_020))
    assert found.present_value == pytest.approx(present, abs=0.005)
    assert round(found.ratio, 2) == ratio
    assert found.timing == timing


def test_figures_of_different_bases_are_never_added():
    health, society = economics.qaly_value(1, "qaly_nice_from_april_2026"), economics.qaly_value(1, "qaly_green_book")
    with pytest.raises(economics.DifferentBases):
        health + society
    with pytest.raises(economics.DifferentBases):
        society + economics.qaly_value(1, "qaly_marginal_productivity")
    assert (health + health).amount == 50_000


def test_figures_at_different_prices_are_never_added():
    with pytest.raises(economics.DifferentBases, match="2019"):
        economics.wellby(1).central + economics.qaly_value(1, "qaly_green_book")


def test_one_persons_same_change_is_valued_once():
    worth = economics.wellby(1).central
    changes = [
        economics.ValuedChange("a", "wellbeing", "life satisfaction", worth),
        economics.ValuedChange("b", "wellbeing", "life satisfaction", worth),
        economics.ValuedChange("a", "debt", "letter", worth),
    ]
    assert economics.total(changes).amount == 39_000
    with pytest.raises(economics.CountedTwice, match="life satisfaction and by SWEMWBS"):
        economics.total([*changes, economics.ValuedChange("a", "wellbeing", "SWEMWBS", worth)])
    with pytest.raises(TooFew):
        economics.total([])


def test_cost_of_one():
    spent = economics.SpentPounds(90_000, "2024/25")
    found = economics.cost_per("person_seen", spent, 450)
    assert found.each == economics.SpentPounds(200, "2024/25")
    with pytest.raises(BadNumbers):
        economics.cost_per("plan", spent, 0)
    with pytest.raises(UnknownChoice):
        economics.cost_per("ripple", spent, 1)


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: economics.wellby(11), BadNumbers),
        (lambda: economics.wellby(1, persistence=[1.5]), BadNumbers),
        (lambda: economics.wellby(1, persistence=[]), TooFew),
        (lambda: economics.wellby(1, convention="both"), UnknownChoice),
        (lambda: economics.wellby(1, unit="swemwbs"), UnknownChoice),
        (lambda: economics.qaly_auc([0], [1]), TooFew),
        (lambda: economics.qaly_auc([0, 1], [1]), TooFew),
        (lambda: economics.qaly_auc([0, 1, 2], [1, 1]), UnequalLengths),
        (lambda: economics.qaly_auc([1, 1], [1, 1]), BadNumbers),
        (lambda: economics.qaly_auc([0, 1], [1.2, 1]), BadNumbers),
        (lambda: economics.cost_per_qaly(100, 0), NoSpread),
        (lambda: economics.net_monetary_benefit(1, 1, threshold=0), BadNumbers),
        (lambda: economics.sroi(1, 1, investment=0, timing="start_of_year"), BadNumbers),
        (lambda: economics.sroi(1, 1, investment=1, timing="start_of_year", deadweight=1.1), BadNumbers),
        (lambda: economics.sroi(1, 1, investment=1, timing="middle"), UnknownChoice),
        (lambda: economics.sroi(1, 1, investment=1, timing="end_of_year", years=0), BadNumbers),
    ],
)
def test_economics_that_cannot_be_is_refused_in_a_sentence(call, error):
    with pytest.raises(error, match=r"\.$"):
        call()


def test_every_parameter_says_where_it_comes_from():
    for name in ("wellby", "qaly_green_book", "qaly_nice_to_march_2026", "qaly_marginal_productivity"):
        value = economics.unit_value(name)
        assert value.source
        assert value.price_year
        assert value.low <= value.central <= value.high
    for name in ("green_book_general", "green_book_health", "nice"):
        assert economics.schedule_named(name).source
