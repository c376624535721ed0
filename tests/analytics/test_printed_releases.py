"""Rounding, shares, means and differences of releases, beside what others print for the same counts."""

from decimal import ROUND_HALF_UP, Decimal
from itertools import product

import pytest

from kith.analytics.disclosure import (
    Rule,
    Sum,
    as_released,
    consistent_with,
    mean_of_people,
    percentage,
    protect,
    protect_cells,
    rule_named,
)
from tests.analytics.disclosure.attacker import given_away

# The handbook is the Handbook on Statistical Disclosure Control, second edition of 2024, read at commit 6a9f79c of
# sdcTools/HandbookSDC, chapters/05


def cell(count):
    """A count by itself, as the default rule lets it out."""
    return protect_cells({"it": count}, [])["it"]


@pytest.mark.printed("ehrQL at commit b5a7578, tests/unit/measures/test_disclosure_control.py")
def test_six_seven_and_eight_people():
    """There a hidden count is printed as 0; here 0 is nobody and a hidden count a star."""
    rule = rule_named("nhsd_7_5")
    assert [rule.hides(count) for count in (6, 7, 8)] == [True, True, False]
    assert rule.rounded(8) == 10
    assert [cell(count).shown for count in (6, 7, 8)] == ["*", "*", "10"]


@pytest.mark.printed("ehrQL at commit 098f65b, tests/functional/test_generate_measures.py, with and without control")
@pytest.mark.parametrize(
    ("numerator", "denominator", "ratio"), [(0, 8, 0.0), (8, 8, 1.0), (14, 20, 0.75), (6, 20, None), (1, 1, None)]
)
def test_share_of_rounded_counts(numerator, denominator, ratio):
    """14 of 20 come out as 15 of 20. A share with a hidden count is 0 or empty there, and a star here."""
    found = percentage(cell(numerator), cell(denominator))
    assert found.published == (None if ratio is None else 100 * ratio)
    assert found.suppressed == (ratio is None)


@pytest.mark.printed("HandbookSDC at commit 6a9f79c, section 5.5, conventional rounding to base 5")
def test_men_and_women_of_three_areas():
    """1 is printed as 0 there and starred here. The 35 for 32 is a slip: by the table's own rule the nearest is 30."""
    rule = Rule("base_5", "Hide 1 and 2, round to 5", 1, 2, 5, "the base of the example")
    counts = {"A": {"men": 1, "women": 0}, "B": {"men": 3, "women": 3}, "C": {"men": 12, "women": 20}}
    lines = [" ".join(line[1:]) for line in protect(counts, rule=rule).lines()[1:]]
    assert lines == ["* 0 *", "5 5 5", "10 20 30", "15 25 40"]


# Single people by hours worked and sex, for an area as two maps draw it
FIRST = {
    "more than 30": {"men": 50, "women": 54},
    "16-30": {"men": 128, "women": 140},
    "15 or less": {"men": 39, "women": 49},
}
SECOND = {
    "more than 30": {"men": 52, "women": 55},
    "16-30": {"men": 130, "women": 140},
    "15 or less": {"men": 39, "women": 49},
}
PRINTED = {
    "more than 30": {"men": 2, "women": 1},
    "16-30": {"men": 2, "women": 0},
    "15 or less": {"men": 0, "women": 0},
}


def pairs(table):
    return {(row, column): count for row, columns in table.items() for column, count in columns.items()}


@pytest.mark.printed("HandbookSDC at commit 6a9f79c, section 5.2, geographical differencing")
def test_tables_of_two_maps_differ_in_nobody():
    first, second, printed = pairs(FIRST), pairs(SECOND), pairs(PRINTED)
    assert {key: second[key] - first[key] for key in first} == printed
    used = consistent_with(FIRST, SECOND)
    assert {key for key, count in printed.items() if count} == {key for key in printed if used[key].repeated}
    assert all(used[key].count == first[key] for key in first)


@pytest.mark.printed("HandbookSDC at commit 6a9f79c, section 5.2, geographical differencing")
@pytest.mark.parametrize("rule", ["nhsd_7_5", "lt5"])
def test_the_table_of_the_second_map_repeats_what_is_out(rule):
    published = protect(FIRST, rule=rule)
    later = protect(SECOND, rule=rule, earlier=as_released("the older map", FIRST, published))
    for key, count in pairs(PRINTED).items():
        assert later[key].repeats == ("the older map" if count else "")
        assert later[key].shown == published[key].shown


@pytest.mark.printed("HandbookSDC at commit 6a9f79c, section 5.2, differencing of sub-populations")
def test_bands_cut_in_two_ways():
    """6 men under 20 hours and 7 under 25 tell of one at 20 to 24; both cuts are protected as one report."""
    rest = {"40-59": 5, "60-69": 8, "70 or more": 4}
    cuts = {"under 20": 6, "20-39": 9, "under 25": 7, "25-39": 8}
    between = cuts["under 25"] - cuts["under 20"]
    assert between == cuts["20-39"] - cuts["25-39"] == 1
    cells = {**cuts, **rest, "20-24": between, "all": cuts["under 20"] + cuts["20-39"] + sum(rest.values())}
    sums = [
        Sum("all", ("under 20", "20-39", *rest)),
        Sum("all", ("under 25", "25-39", *rest)),
        Sum("under 25", ("under 20", "20-24")),
        Sum("20-39", ("20-24", "25-39")),
    ]
    rule = Rule("up_to_two", "Hide 1 and 2", 1, 2, 1, "small cells as the example names them")
    found = protect_cells(cells, sums, rule=rule)
    assert found["20-24"].suppressed
    assert given_away(cells, sums, found, hide_to=2, round_to=1) == []


COUNTS, SUMS = (8, 12, 20), (90, 95, 185)


def fitting(means, ranges, places=None):
    """The counts of two parts that a reader is left with: sums of whole scores that give the means, and add up.

    None is a mean that is not printed.
    """

    def sums(people, mean):
        if mean is None:
            return set(range(20 * people))
        whole = range(int(float(mean) * people) - people, int(float(mean) * people) + people + 1)
        return {each for each in whole if each >= 0 and told(each, people) == mean}

    def told(total, people):
        if places is None:
            return round(total / people, 4)
        return (Decimal(total) / people).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)

    possible = [(one, other) for one, other in product(*ranges[:2]) if one + other in ranges[2]]
    return [
        (one, other)
        for one, other in possible
        if {sum(both) for both in product(sums(one, means[0]), sums(other, means[1]))} & sums(one + other, means[2])
    ]


@pytest.mark.printed("HandbookSDC at commit 6a9f79c, section 5.7, publication of mean values")
def test_means_beside_a_total_tell_the_counts():
    """The printed counts are off by up to two, and so are counts rounded to 5: means as measured leave one pair.

    One decimal, which fits each count by itself, still tells the first; without the mean of the total it tells neither.
    """
    means = [mean_of_people(total / people, people).published for total, people in zip(SUMS, COUNTS, strict=True)]
    assert [round(mean, 4) for mean in means] == [11.25, 7.9167, 9.25]
    printed = [range(around - 2, around + 3) for around in (9, 14, 19)]
    assert fitting([round(mean, 4) for mean in means], printed) == [(8, 12)]
    rule = rule_named("nhsd_7_5")
    rounded = [range(low, high + 1) for low, high in map(rule.possible, COUNTS)]
    assert fitting([round(mean, 4) for mean in means], rounded) == [(8, 12)]
    assert fitting([Decimal("11.3"), Decimal("7.9"), Decimal("9.3")], rounded, 1) == [(8, 11), (8, 12)]
    apart = fitting([Decimal("11.3"), Decimal("7.9"), None], rounded, 1)
    assert apart == [pair for pair in product(*rounded[:2]) if sum(pair) in rounded[2]]
