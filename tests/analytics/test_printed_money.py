"""Money and years of health, as others print them beside their inputs."""

import pytest

from kith.analytics import economics


@pytest.mark.printed("py_wlc at commit 14a2c95, tests/economics/test_discount.py, Green Book")
@pytest.mark.parametrize(("year", "factor"), [(0, 1), (10, 0.7089), (20, 0.5026), (40, 0.2651), (125, 0.0274)])
def test_factors_of_the_green_book(year, factor):
    assert round(economics.discount_factor(year, "green_book_general"), 4) == factor


# greenbook (an R package) at commit 495fa4c, inst/extdata/stpr_schedule.csv: last year, rate, rate for health
BANDS = [(30, 0.035, 0.015), (75, 0.030, 0.0129), (125, 0.025, 0.0107)]


@pytest.mark.printed("greenbook at commit 495fa4c, inst/extdata/stpr_schedule.csv, standard and health")
@pytest.mark.parametrize(("name", "column"), [("green_book_general", 1), ("green_book_health", 2)])
def test_each_year_is_discounted_at_the_rate_of_its_band(name, column):
    """Its later bands, to year 200 and on, are not taken over: a schedule ends with year 125."""
    schedule = economics.schedule_named(name)
    assert [(band.to_year, band.rate) for band in schedule.bands] == [(band[0], band[column]) for band in BANDS]
    for year in range(1, 126):
        rate = next(band[column] for band in BANDS if year <= band[0])
        fall = economics.discount_factor(year - 1, name) / economics.discount_factor(year, name)
        assert fall == pytest.approx(1 + rate)


@pytest.mark.printed("greenbook at commit f3851ab, tests/testthat/test-valuation.R")
def test_a_point_of_life_satisfaction():
    value = economics.unit_value("wellby")
    assert (value.low, value.central, value.high, value.price_year) == (10_000, 13_000, 16_000, "2019")


@pytest.mark.printed("greenbook at commit f3851ab, tests/testthat/test-valuation.R")
def test_years_of_health_in_pounds():
    """The prices it gives for the 70,000 are of 2024; ours are of the source we name. The amount is the same."""
    worth = [economics.qaly_value(qalys, "qaly_green_book").amount for qalys in (1, 2, 3)]
    assert worth == [70_000, 140_000, 210_000]
    nice = economics.unit_value("qaly_nice_to_march_2026")
    assert (nice.low, nice.high) == (20_000, 30_000)
    assert economics.qaly_value(1, nice).amount == 20_000


@pytest.mark.printed("cran/dampack at commit 05f6595, inst/doc/basic_cea.html, after Paltiel and others 2006")
@pytest.mark.parametrize(
    ("cheaper", "dearer", "ratio"), [(0, 1, 37_500.00), (1, 2, 58_285.71), (2, 3, 100_800.00)]
)  # fmt: skip
def test_cost_of_a_year_by_how_often_one_is_tested(cheaper, dearer, ratio):
    costs, months = [26_000, 27_000, 28_020, 28_440], [277.25, 277.57, 277.78, 277.83]
    gain = (months[dearer] - months[cheaper]) / 12
    assert economics.cost_per_qaly(costs[dearer] - costs[cheaper], gain) == pytest.approx(ratio, abs=0.005)


@pytest.mark.printed("health-economics-rust-crate at commit 5c14643, src/net_monetary_benefit.rs, a diabetes service")
@pytest.mark.parametrize(
    ("qalys", "cost", "benefit"), [(30, 400_000, 200_000), (12, 150_000, 90_000), (32, 700_000, -60_000)]
)
def test_net_benefit_of_three_services(qalys, cost, benefit):
    found = economics.net_monetary_benefit(qalys, cost, threshold=20_000)
    assert found == pytest.approx(benefit)
    assert (found > 0) == (economics.cost_per_qaly(cost, qalys) < 20_000)


@pytest.mark.printed("a course's example, forums.futura-sciences.com/mathematiques-superieur/895277-qaly.html")
def test_quality_adjusted_year_of_four_visits():
    """Visits at the start and after 3, 6 and 12 months; each part by itself, and the year. No gain is printed."""
    times, utilities = [0, 0.25, 0.5, 1], [0.67, 0.73, 0.75, 0.83]
    parts = [economics.qaly_auc(times[at : at + 2], utilities[at : at + 2]).area for at in range(3)]
    assert parts == pytest.approx([0.175, 0.185, 0.395])
    assert economics.qaly_auc(times, utilities).area == pytest.approx(0.755)


@pytest.mark.printed("public-value-rust-crate at commit edd33fa, tests/comprehensive_group3.rs, employment programme")
def test_social_return_of_an_employment_programme():
    """60 people at 8,500 a year; its first year is not discounted, and its second by one year."""
    found = economics.sroi(
        60, 8500, deadweight=0.4, attribution=0.3, drop_off=0.3, years=2, investment=250_000, timing="start_of_year"
    )
    assert found.observed == 510_000
    assert found.flows[0] == pytest.approx(214_200)
    assert found.present_value - found.flows[0] == pytest.approx(144_870, abs=0.5)
    assert round(found.ratio, 2) == 1.44


@pytest.mark.printed("public-value-rust-crate at commit 0ef7403, src/philanthropy_metrics.rs")
@pytest.mark.parametrize(("unit", "base", "each"), [("outcome", 630, 714.29), ("person_seen", 1800, 250)])
def test_cost_of_an_outcome_and_of_a_person(unit, base, each):
    spent = economics.SpentPounds(450_000, "as printed")
    assert economics.cost_per(unit, spent, base).each.amount == pytest.approx(each, abs=0.005)
