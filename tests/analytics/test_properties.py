"""What holds of each figure whatever it is worked out from, where its own tests do not say so already."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kith.analytics import change, disclosure, economics, funnel, inequality, intervals, rates, sampling, spc

counts = st.integers(0, 200)
bases = st.integers(1, 300)
readings = st.integers(0, 40)
pairs = st.lists(st.tuples(readings, readings), min_size=3, max_size=30)
shares = st.lists(st.tuples(st.integers(0, 20), st.integers(20, 90)), min_size=2, max_size=12)
fractions = st.floats(0, 1)


@given(counts, st.sampled_from([intervals.byar, intervals.poisson_exact, intervals.count_interval]))
def test_interval_of_a_count_holds_it_and_rises_with_it(count, interval):
    one, more = (interval(n) for n in (count, count + 1))
    sure, surer = (interval(count, confidence=level) for level in (0.95, 0.998))
    assert 0 <= surer.low <= sure.low <= count <= sure.high <= surer.high
    assert one.low < more.low
    assert one.high < more.high


@given(st.lists(readings, min_size=2, max_size=30), st.integers(-50, 50))
def test_interval_of_a_mean_moves_and_turns_with_the_values(values, by):
    found, moved, turned = (
        intervals.mean_t(each) for each in (values, [value + by for value in values], [-value for value in values])
    )
    assert moved[:3] == pytest.approx([end + by for end in found[:3]], abs=1e-9)
    assert turned[:3] == pytest.approx((-found.value, -found.high, -found.low), abs=1e-9)


@given(bases, bases, fractions, fractions)
def test_difference_of_shares_turns_round_with_its_groups(base, other, share, other_share):
    first, second = (round(share * base), base), (round(other_share * other), other)
    one, back = (
        intervals.difference_of_proportions(*first, *second),
        intervals.difference_of_proportions(*second, *first),
    )
    assert -1 <= one.low <= one.value <= one.high <= 1
    assert one[:3] == pytest.approx((-back.value, -back.high, -back.low), abs=1e-12)


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(100, 9000)), min_size=1, max_size=8), st.integers(1, 400))
def test_indirect_rate_is_the_reference_where_as_many_happen_as_expected(bands, observed):
    events, people = zip(*bands, strict=True)
    same = rates.indirectly_standardised(sum(events), people, events, people)
    assert same.value == pytest.approx(same.reference_rate)
    found = rates.indirectly_standardised(observed, people, events, people)
    assert found.low < found.value < found.high
    assert found.value / same.value == pytest.approx(observed / sum(events))


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(1, 999)), min_size=3, max_size=8), st.floats(0.1, 50))
def test_relative_index_does_not_mind_the_unit(groups, unit):
    values, people = (np.array(column, dtype=float) for column in zip(*groups, strict=True))
    # Far enough from nought, and sure enough, to be divided by.
    rising, sure = np.sort(values) + values.max(), {"standard_errors": [0] * len(people), "repetitions": 1000}
    one, other = (inequality.relative_index(each, people, **sure) for each in (rising, unit * rising))
    assert one.value == pytest.approx(other.value)
    assert one.value >= 1 - 1e-9


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 99)), min_size=1, max_size=10).filter(lambda g: max(g)[0]))
def test_concentration_turns_round_with_the_order_of_groups(groups):
    found, turned = (inequality.concentration_curve(*zip(*each, strict=True)).index for each in (groups, groups[::-1]))
    assert found == pytest.approx(-turned, abs=1e-12)
    assert -1 <= found <= 1


@given(shares.filter(lambda groups: any(count for count, _ in groups)))
def test_reach_shares_out_everybody_once(groups):
    rows = inequality.reach(*zip(*groups, strict=True))
    assert sum(row.share_of_served.value for row in rows) == pytest.approx(1)
    assert sum(row.share_of_population for row in rows) == pytest.approx(1)
    assert sum(row.ratio.value * row.share_of_population for row in rows) == pytest.approx(1)


@given(readings, readings, st.floats(0.5, 9), st.floats(0, 0.99))
def test_reliable_change_is_reliable_from_its_least_change_on(before, after, sd, reliability):
    found = change.reliable_change(before, after, sd=sd, reliability=reliability)
    back = change.reliable_change(after, before, sd=sd, reliability=reliability)
    assert found.index == pytest.approx(-back.index)
    if abs(abs(after - before) - found.least_change) > 1e-9:
        assert found.reliable == (abs(after - before) > found.least_change)


@given(readings, readings, st.floats(0.1, 9), st.floats(0.1, 9), fractions)
def test_cut_off_and_regression_lie_between_the_two_means(mean, healthy, sd, healthy_sd, correlation):
    cut, swapped = (
        change.cut_off(mean=one[0], sd=one[1], healthy_mean=other[0], healthy_sd=other[1])
        for one, other in (((mean, sd), (healthy, healthy_sd)), ((healthy, healthy_sd), (mean, sd)))
    )
    assert min(mean, healthy) - 1e-9 <= cut <= max(mean, healthy) + 1e-9
    assert cut == pytest.approx(swapped)
    moved = mean + change.regression_to_the_mean(mean, healthy, correlation=correlation)
    assert min(mean, healthy) - 1e-9 <= moved <= max(mean, healthy) + 1e-9


@settings(max_examples=25, deadline=None)
@given(pairs)
def test_bootstrap_lies_within_the_changes(people):
    before, after = zip(*people, strict=True)
    differences = np.subtract(after, before)
    for statistic in ("mean", "median"):
        found = change.bootstrap(before, after, statistic=statistic, repetitions=200)
        assert differences.min() - 1e-9 <= found.low <= found.high <= differences.max() + 1e-9


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(0.01, 9)), min_size=2, max_size=20), st.floats(1, 500))
@example(sets=[(0.0, 1.0), (1e-134, 1.0)], complete=1.0)
def test_pooled_doubt_is_at_least_that_within_and_freedom_at_most_the_complete(sets, complete):
    found = change.rubin(*zip(*sets, strict=True), complete_freedom=complete)
    assert found.interval.high - found.interval.value >= 1.9 * found.within**0.5
    assert 0 < found.freedom <= complete
    assert 0 <= found.missing_information <= 1


gaps = st.lists(st.booleans(), min_size=12, max_size=12).filter(lambda lost: 0 < sum(lost) < 6)


@settings(max_examples=20, deadline=None)
@given(gaps, st.integers(1, 99))
def test_nobody_is_lost_from_the_bounds_and_no_figure_minds_the_name_of_a_column(lost, seed):
    before = np.arange(12.0)
    full = before + 4 + np.random.default_rng(seed).normal(0, 1, 12)
    after = [None if gone else value for value, gone in zip(full, lost, strict=True)]
    kept = sum(value - first for value, first in zip(after, before, strict=True) if value is not None)
    assert change.carried_forward(before, after).mean == pytest.approx(kept / 12)
    one, other = (change.multiple_imputation(before, after, {name: before % 3}, imputations=5) for name in "ab")
    assert one == other
    assert one.interval.low < one.interval.value < one.interval.high
    tip = change.tipping_point(before, after, imputations=5)
    assert tip.pooled.interval.low == pytest.approx(0, abs=1e-6)
    rows = change.followed_up({"followed_up": [not gone for gone in lost], "sex": ["f", "m"] * 6}, ["sex"])
    assert sum(row.followed + row.lost for row in rows) == 12
    assert sum(row.lost for row in rows) == sum(lost)
    assert rows[0].standardised_difference == pytest.approx(-rows[1].standardised_difference)


@given(shares)
def test_charts_and_funnels_of_shares_turn_round_with_the_question(units):
    number, base = (np.array(column) for column in zip(*units, strict=True))
    for found, turned in (
        (spc.p_prime(number, base), spc.p_prime(base - number, base)),
        (funnel.proportions(number, base).limits[0], funnel.proportions(base - number, base).limits[0]),
    ):
        assert np.array(found.lower) == pytest.approx(1 - np.array(turned.upper), abs=1e-9)


@given(shares, st.integers(2, 9))
def test_chart_of_rates_does_not_mind_the_unit_of_what_is_at_risk(units, unit):
    number, area = (np.array(column) for column in zip(*units, strict=True))
    one, other = spc.u_prime(number, area), spc.u_prime(number, unit * area)
    assert one.sigma_z == pytest.approx(other.sigma_z)
    assert np.array(one.upper) == pytest.approx(unit * np.array(other.upper))


@given(st.lists(st.integers(0, 90), min_size=2, max_size=30), st.integers(2, 30))
def test_chart_of_days_between_does_not_mind_hours(days, unit):
    one, other = spc.t_chart(days), spc.t_chart([unit * day for day in days])
    limits, longer = ((chart.centre, chart.lower, chart.upper) for chart in (one, other))
    assert longer == pytest.approx([unit * each for each in limits], rel=1e-6, abs=1e-6)


@given(st.lists(counts, min_size=2, max_size=6), st.sampled_from(["nhsd_7_5", "lt5", "lt10"]))
def test_what_follows_from_a_table_hides_with_it_and_nobody_is_lost_from_coarser_groups(cells, rule):
    kept = disclosure.rule_named(rule)
    table = disclosure.protect(cells, rule=rule)
    for place, count in enumerate(cells):
        hidden = disclosure.percentage(table[place], table.total).suppressed
        assert hidden == (table[place].suppressed or table.total.suppressed)
        assert disclosure.mean_of_people(1.0, count, rule=rule).suppressed == (1 <= count <= kept.hide_to)
    order = disclosure.order_of_publication([table[place] for place in range(len(cells))])
    assert sorted(order) == list(range(len(cells)))
    coarse = disclosure.coarsen(cells, [("First two together.", {0: "first", 1: "first"})], rule=rule)
    assert sum(coarse.table.counts.values()) == sum(cells)


@given(st.floats(0.01, 2), st.integers(1, 500), st.integers(1, 5))
def test_worth_grows_with_people_and_falls_with_what_is_taken_off(points, people, years):
    one, all_of_them = economics.wellby(points), economics.wellby(points, people)
    assert all_of_them.central.amount == pytest.approx(people * one.central.amount)
    worth = [
        economics.sroi(people, 100, investment=50, timing="start_of_year", years=years, deadweight=share)
        for share in (0, 0.5, 1)
    ]
    assert [each.ratio for each in worth] == pytest.approx([worth[0].ratio, worth[0].ratio / 2, 0])
    assert economics.total(
        [economics.ValuedChange(str(n), "wellbeing", "life", one.central) for n in range(years)]
    ).amount == pytest.approx(years * one.central.amount)


@given(st.floats(0.001, 2), st.floats(1, 10**5), st.integers(1, 500))
def test_costs_and_benefits_meet_at_the_threshold(qalys, cost, people):
    each = economics.cost_per_qaly(cost, qalys)
    assert economics.net_monetary_benefit(qalys, cost, threshold=each) == pytest.approx(0, abs=1e-6)
    worth = economics.unit_value("qaly_green_book")
    assert economics.qaly_value(qalys, "qaly_green_book").amount == pytest.approx(qalys * worth.central)
    spent = economics.SpentPounds(cost, "2024/25")
    assert economics.cost_per("plan", spent, people).each.amount * people == pytest.approx(cost)


@given(st.integers(1, 30), st.integers(1, 30), st.integers(60, 900))
def test_sample_of_one_kind_is_that_of_the_whole_and_a_share_lies_within_one(has, has_not, population):
    alone = sampling.how_many(has, has + has_not, population)
    whole = sampling.total([sampling.Stratum(has, has_not, 0, population)])
    assert whole[:3] == pytest.approx(alone[:3])
    found = sampling.share_found(alone, sampling.how_many(has_not, has + has_not, population))
    assert 0 <= found.low <= found.value <= found.high <= 1
