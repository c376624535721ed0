"""Two releases of one table: what a reader of both can work out, and what is said of figures that repeat."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.analytics.disclosure import Earlier, ProtectedCell, Table, as_released, protect
from kith.analytics.errors import BadNumbers
from tests.analytics.disclosure.reader import Held, found_out

RULES = {"nhsd_7_5": (7, 5), "lt5": (4, 1), "lt10": (9, 1)}


def truth(table):
    return Table.of(table).system()[0]


def released(rule, *tables):
    """Each table with what was published of it, beside those before."""
    found, earlier = [], []
    for place, table in enumerate(tables):
        published = protect(table, rule=rule, earlier=earlier)
        before = frozenset(key for each in found for key, count in each.true.items() if count)
        earlier.append(as_released(f"release {place}", table, published))
        found.append(Held(earlier[-1].name, truth(table), published.cells, before))
    return found


def attack(rule, before, after, window=None):
    hide_to, round_to = RULES[rule]
    return found_out(*released(rule, before, after), hide_to=hide_to, round_to=round_to, window=window)


def shown(published):
    return {key: cell.shown for key, cell in published.items()}


people = st.integers(0, 25)
rules = st.sampled_from(sorted(RULES))
moves = st.one_of(st.just(0), st.integers(-9, 9), st.integers(10, 25))


def later(counts, by):
    return [max(count + move, 0) for count, move in zip(counts, by, strict=True)]


@settings(max_examples=150, deadline=None)
@given(st.lists(people, min_size=3, max_size=3), st.lists(moves, min_size=3, max_size=3), rules)
def test_two_releases_of_a_list_withstand_their_reader(counts, by, rule):
    assert attack(rule, counts, later(counts, by), window=5) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(people, min_size=4, max_size=4), st.lists(moves, min_size=4, max_size=4), rules)
def test_two_releases_of_a_table_withstand_their_reader(counts, by, rule):
    before, after = counts, later(counts, by)
    assert attack(rule, [before[:2], before[2:]], [after[:2], after[2:]], window=3) == []


def test_guard_that_the_next_release_would_show_stays_hidden():
    before, after = [3, 12, 20], [3, 12, 11]
    alone = [Held(name, truth(each), protect(each, rule="lt5").cells) for name, each in (("1", before), ("2", after))]
    assert [shown(each.shown) for each in alone] == [
        {0: "*", 1: "*", 2: "20", "total": "35"},
        {0: "*", 1: "12", 2: "*", "total": "26"},
    ]
    known = {"hide_to": 4, "round_to": 1, "window": 10}
    assert "before: 0" in found_out(*alone, **known)
    together = released("lt5", before, after)
    assert found_out(*together, **known) == []
    assert together[1].shown[1].suppressed


def test_number_that_moved_by_a_handful_repeats_and_names_the_release():
    first, second, third = (each.shown for each in released("nhsd_7_5", [40, 60], [43, 60], [48, 60]))
    assert (second[0].published, second[0].reason, second[0].repeats) == (40, "repeats", "release 0")
    assert (second[1].published, second[1].repeats) == (first[1].published, "")
    assert (third[0].published, third[0].repeats) == (50, "")


def test_number_is_compared_with_every_release_that_is_out():
    _, second, third = (each.shown for each in released("lt10", [100], [120], [103]))
    assert second["total"].published == 120
    assert (third["total"].published, third["total"].repeats) == (100, "release 0")


def test_star_repeats_until_more_than_a_handful_came():
    _, second, third = (each.shown for each in released("nhsd_7_5", [5, 60, 60], [10, 60, 60], [13, 60, 60]))
    assert (second[0].suppressed, second[0].reason) == (True, "repeats")
    assert third[0].published == 15


@settings(max_examples=25, deadline=None)
@given(st.lists(people, min_size=3, max_size=3), st.lists(moves, min_size=6, max_size=6), rules)
def test_any_two_of_three_releases_withstand_their_reader(counts, by, rule):
    hide_to, round_to = RULES[rule]
    second = later(counts, by[:3])
    releases = released(rule, counts, second, later(second, by[3:]))
    for one, other in ((0, 1), (0, 2), (1, 2)):
        assert found_out(releases[one], releases[other], hide_to=hide_to, round_to=round_to, window=4) == []


@pytest.mark.parametrize(
    "earlier",
    [
        3,
        ["first"],
        [Earlier("first", {"a": 3}, {})],
        [Earlier("first", {"a": 30}, {"a": 30})],
        [Earlier("first", {"a": 1.5}, {"a": ProtectedCell(None, True, "small")})],
        [Earlier("first", {}, {}), Earlier("first", {}, {})],
    ],
)
def test_earlier_release_that_is_none_is_refused_in_a_sentence(earlier):
    with pytest.raises(BadNumbers, match=r"\.$"):
        protect({"a": 3}, earlier=earlier)


def test_published_table_of_other_cells_is_refused():
    with pytest.raises(BadNumbers, match=r"\.$"):
        as_released("first", {"a": 30}, protect({"b": 30}))
