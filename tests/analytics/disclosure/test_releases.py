"""Two releases side by side: what a reader can subtract."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.analytics.disclosure import Sum, Table, consistent_with
from kith.analytics.errors import BadNumbers, UnbalancedTable


def counts_of(released):
    return {key: cell.count for key, cell in released.items()}


def subtractions(previous, new, sums):
    """Every difference a reader can take between the same cell or the same total of two releases."""
    totals = {each.total: each.parts for each in sums}

    def value(counts, key):
        return sum(value(counts, part) for part in totals[key]) if key in totals else counts.get(key, 0)

    return {key: value(new, key) - value(previous, key) for key in {*previous, *new, *totals}}


cells = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40), min_size=1)


@settings(max_examples=300)
@given(cells, st.lists(st.dictionaries(st.sampled_from("abcdef"), st.integers(-12, 12)), min_size=1, max_size=4))
def test_no_total_of_nested_groups_ever_moves_by_a_handful(first, moves):
    sums = [Sum("x", ("a", "b")), Sum("y", ("c", "d", "e")), Sum("total", ("x", "y", "f"))]
    released, true = dict(first), dict(first)
    for move in moves:
        true = {key: max(true.get(key, 0) + move.get(key, 0), 0) for key in "abcdef"}
        now = counts_of(consistent_with(released, true, sums=sums))
        assert not [key for key, by in subtractions(released, now, sums).items() if 1 <= abs(by) <= 7]
        assert all(now.get(each.total, 0) == sum(now.get(part, 0) for part in each.parts) for each in sums)
        released = {key: now.get(key, 0) for key in "abcdef"}


grid = st.lists(st.lists(st.integers(0, 25), min_size=3, max_size=3), min_size=2, max_size=3)


@settings(max_examples=200)
@given(grid, grid)
def test_no_cell_row_column_or_total_of_a_table_moves_by_a_handful(before, after):
    now = counts_of(consistent_with(before, after))
    # A table may have lost or won a row; nobody stood in it then.
    old, _ = Table.of([*before, *[[0] * 3] * (len(after) - len(before))]).system()
    assert not [key for key, count in now.items() if 1 <= abs(count - old.get(key, 0)) <= 7]
    inner = {key: count for key, count in now.items() if "total" not in key}
    assert Table.of(inner).system()[0] == {key: now[key] for key in Table.of(inner).system()[0]}


@settings(max_examples=150)
@given(st.lists(st.integers(0, 30), min_size=4, max_size=4), st.lists(st.integers(-20, 20), min_size=4, max_size=4))
def test_two_breakdowns_of_one_total_still_add_up_to_it(people, moves):
    # Sex by place, of which only the margins are published.
    later = [max(count + move, 0) for count, move in zip(people, moves, strict=True)]
    before, after = ({"women": a + b, "men": c + d, "north": a + c, "south": b + d} for a, b, c, d in (people, later))
    sums = [Sum("all", ("women", "men")), Sum("all", ("north", "south"))]
    now = counts_of(consistent_with(before, after, sums=sums))
    assert now.get("women", 0) + now.get("men", 0) == now.get("north", 0) + now.get("south", 0) == now.get("all", 0)
    assert not [key for key, by in subtractions(before, now, sums).items() if 1 <= abs(by) <= 7]


def test_a_small_group_that_is_new_waits_where_the_total_would_tell_of_it():
    before, after = {"a": 20, "b": 30, "total": 50}, {"a": 20, "b": 30, "c": 3, "total": 53}
    found = consistent_with(before, after)
    assert counts_of(found) == {"a": 20, "b": 30, "c": 0, "total": 50}
    assert found["c"].repeated
    assert "earlier release" in found["total"].said
    assert counts_of(consistent_with(before, {"a": 20, "b": 30, "c": 12, "total": 62}))["total"] == 62


def test_a_total_leaves_out_the_late_entries_that_wait_and_says_so():
    found = consistent_with({"a": 20, "b": 30, "total": 50}, {"a": 23, "b": 38, "total": 61})
    assert counts_of(found) == {"a": 20, "b": 38, "total": 58}
    assert not found["total"].repeated
    assert "late entries" in found["total"].said


def test_a_group_that_has_emptied_by_a_handful_stays():
    found = consistent_with({"a": 20, "b": 4, "total": 24}, {"a": 20, "total": 20})
    assert counts_of(found) == {"a": 20, "b": 4, "total": 24}


def test_gains_and_losses_that_nearly_cancel_repeat_until_the_total_stands_still_or_moves_far():
    found = consistent_with({"a": 20, "b": 30, "total": 50}, {"a": 30, "b": 22, "total": 52})
    assert counts_of(found) == {"a": 30, "b": 30, "total": 60}


@pytest.mark.parametrize(
    ("previous", "new", "sums"),
    [
        ({"a": 1, "b": 2, "t": 4}, {"a": 1, "b": 2, "t": 3}, [Sum("t", ("a", "b"))]),
        ({"a": 1, "b": 2, "t": 3}, {"a": 1, "b": 2, "t": 4}, [Sum("t", ("a", "b"))]),
        ({"a": 1}, {"a": 1}, [Sum("a", ("b",)), Sum("b", ("a",))]),
    ],
)
def test_releases_that_do_not_add_up_are_refused(previous, new, sums):
    with pytest.raises(UnbalancedTable, match=r"\.$"):
        consistent_with(previous, new, sums=sums)


def test_what_is_no_sum_is_refused_in_a_sentence():
    for odd, sums in product(({"a": 1},), (3, [3], ["ab"], [("t", 3)])):
        with pytest.raises(BadNumbers, match=r"\.$"):
            consistent_with(odd, odd, sums=sums)
