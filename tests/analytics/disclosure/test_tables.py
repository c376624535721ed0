"""Tables with totals, what follows from them, coarser groups and later releases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.analytics.disclosure import (
    ProtectedCell,
    Step,
    Table,
    coarsen,
    consistent_with,
    mean_of_people,
    order_of_publication,
    percentage,
    protect,
    rule_named,
)
from kith.analytics.errors import BadNumbers, TooFew, UnbalancedTable, UnequalLengths


def test_one_way_table_comes_back_with_its_total():
    table = protect({"north": 120, "south": 83, "east": 4, "west": 0})
    assert table.lines() == [["north", "120"], ["south", "85"], ["east", "*"], ["west", "0"], ["total", "205"]]
    assert table.total.published == 205


def test_the_attack_by_rounding_intervals_finds_nothing():
    assert protect([1, 8, 8]).lines() != [["0", "*"], ["1", "10"], ["2", "10"], ["total", "15"]]


def test_two_way_table_protects_rows_columns_and_totals():
    table = protect({"north": {"women": 2, "men": 30}, "south": {"women": 21, "men": 40}}, rule="lt5")
    assert table["north", "women"].shown == "*"
    assert table["north", "men"].shown == "*"
    assert table["south", "women"].shown == "*"
    assert table["south", "men"].shown == "*"
    assert table.row_totals["north"].published == 32
    assert table.column_totals["women"].published == 23
    assert table["total"].published == 93


@pytest.mark.parametrize(
    "source",
    [
        {("a", "x"): 20, ("a", "y"): 30, ("b", "x"): 3, ("b", "y"): 9},
        {"a": {"x": 20, "y": 30, "total": 50}, "b": {"x": 3, "y": 9, "total": 12}},
    ],
)
def test_two_way_tables_are_read_from_either_form(source):
    table = Table.of(source)
    assert (table.rows, table.columns) == (("a", "b"), ("x", "y"))
    assert table.counts["b", "x"] == 3


def test_data_frames_and_series_keep_their_labels():
    import pandas as pd

    frame = pd.DataFrame({"women": [2, 21], "men": [30, 40]}, index=["north", "south"])
    assert (
        protect(frame).lines() == protect({"north": {"women": 2, "men": 30}, "south": {"women": 21, "men": 40}}).lines()
    )
    assert protect(frame["men"]).lines() == protect({"north": 30, "south": 40}).lines()


def test_lists_of_lists_are_labelled_by_place():
    assert protect([[10, 20], [30, 40]])[1, 0].published == 30


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ({}, TooFew),
        ([], TooFew),
        ([[1, 2], [3]], UnequalLengths),
        ({"a": 1, ("b", "c"): 2}, UnequalLengths),
        ({"a": 9, "total": 10}, UnbalancedTable),
        ({"a": {"x": 9, "total": 10}}, UnbalancedTable),
        ([1, -1], BadNumbers),
        ([1.5], BadNumbers),
        (7, BadNumbers),
        ("ab", BadNumbers),
    ],
)
def test_a_table_that_is_none_is_refused_in_a_sentence(source, error):
    with pytest.raises(error, match=r"\.$"):
        protect(source)


@settings(max_examples=200)
@given(st.integers(2, 5), st.integers(2, 5), st.data())
def test_no_starred_cell_stands_alone_in_a_line_with_unrounded_totals(rows, columns, data):
    counts = data.draw(
        st.lists(st.lists(st.integers(0, 20), min_size=columns, max_size=columns), min_size=rows, max_size=rows)
    )
    table = protect(counts, rule="lt5")
    lines = [[table[r, c] for c in (*range(columns), "total")] for r in (*range(rows), "total")]
    for line in [*lines, *zip(*lines, strict=True)]:
        assert sum(cell.suppressed for cell in line) != 1


def test_percentages_come_from_rounded_counts_and_hide_with_them():
    table = protect({"a": 33, "b": 67, "c": 2, "d": 4})
    assert percentage(table["a"], table.total).published == pytest.approx(100 * 35 / 105)
    assert percentage(table["c"], table.total) == (None, True, "hidden_count")
    assert percentage(protect([0]).total, protect([0]).total) == (None, False, "empty_base")


def test_a_percentage_never_passes_a_hundred_by_rounding():
    assert percentage(ProtectedCell(15, False, "rounded"), ProtectedCell(10, False, "rounded")).published == 100


@pytest.mark.parametrize(("people", "shown"), [(1, None), (7, None), (8, 3.5)])
def test_means_on_one_to_seven_people_are_hidden(people, shown):
    assert mean_of_people(3.5, people).published == shown


def test_a_mean_hides_with_the_starred_count_of_its_people():
    assert mean_of_people(3.5, 12, cell=ProtectedCell(None, True, "protects_another")).suppressed


def test_the_order_of_publication_tells_nothing_about_stars():
    def order(hidden):
        return order_of_publication(list(protect({"a": 40, "b": hidden, "c": 60, "d": hidden}).cells.values())[:4])

    assert order(1) == order(7) == [2, 0, 1, 3]


def test_coarsening_stops_as_soon_as_no_cell_is_small():
    steps = [
        Step("Ages 16 to 24 and 25 to 34 are shown together.", {"16-24": "16-34", "25-34": "16-34"}),
        Step("All ages are shown together.", {"16-34": "all", "35+": "all"}),
    ]
    coarse = coarsen({"16-24": 5, "25-34": 9, "35+": 40}, steps)
    assert coarse.table.counts == {"16-34": 14, "35+": 40}
    assert coarse.said == ("Ages 16 to 24 and 25 to 34 are shown together.",)
    assert not coarse.still_small


def test_coarsening_leaves_a_table_without_small_cells_alone():
    coarse = coarsen({"a": 8, "b": 0}, [{"a": "ab", "b": "ab"}])
    assert coarse.said == ()
    assert coarse.table.counts == {"a": 8, "b": 0}


def test_coarsening_columns_keeps_everybody():
    table = {"north": {"q1": 3, "q2": 9}, "south": {"q1": 12, "q2": 8}}
    coarse = coarsen(table, [Step("Quarters are shown as a half year.", {"q1": "half", "q2": "half"}, "columns")])
    assert coarse.table.counts == {("north", "half"): 12, ("south", "half"): 20}


def test_coarsening_says_when_it_was_not_enough():
    assert coarsen({"a": 1, "b": 2}, [{"a": "a and b", "b": "a and b"}]).still_small


def test_coarsening_an_unknown_group_is_refused():
    with pytest.raises(UnbalancedTable, match="'c'"):
        coarsen({"a": 1}, [{"c": "d"}])


def test_a_later_release_repeats_what_changed_by_a_handful():
    later = consistent_with({"a": 20, "b": 30, "c": 12, "d": 9}, {"a": 23, "b": 38, "c": 12, "d": 2, "e": 4})
    assert {key: cell.count for key, cell in later.items()} == {"a": 20, "b": 38, "c": 12, "d": 9, "e": 4}
    assert [key for key, cell in later.items() if cell.repeated] == ["a", "d"]
    assert "earlier release" in later["a"].said


@given(st.lists(st.integers(0, 12), min_size=1, max_size=30))
def test_no_two_releases_ever_differ_by_a_handful_and_late_entries_come_through(additions):
    released, true = 100, 100
    for addition in additions:
        true += addition
        step = consistent_with({"a": released}, {"a": true})["a"].count
        assert step == released or step - released > 7
        released = step
    assert true - released <= 7


@pytest.mark.parametrize("count", [-1, 2.5, None])
def test_releases_hold_whole_counts(count):
    with pytest.raises(BadNumbers):
        consistent_with({"a": 1}, {"a": count})


@pytest.mark.parametrize(("people", "decimals"), [(10, 1), (12, 1), (37, 1), (99, 1), (100, 2), (148, 2)])
def test_a_mean_printed_as_advised_fits_every_number_its_count_may_stand_for(people, decimals):
    rule = rule_named("nhsd_7_5")
    lowest, highest = rule.possible(people)
    for score in range(3 * people + 1):
        printed = round(score / people, decimals)
        for other in range(max(lowest, 10**decimals), highest + 1):
            assert abs(round(printed * other) / other - printed) <= 0.5 * 10**-decimals + 1e-9


def test_a_table_whose_stars_the_program_itself_gives_away_is_the_one_documented():
    assert [line[1] for line in protect([5, 5, 3], rule="lt5").lines()] == ["*", "5", "*", "13"]
    for other in ([4, 5, 4], [6, 5, 2], [7, 5, 1]):
        assert [line[1] for line in protect(other, rule="lt5").lines()] != ["*", "5", "*", "13"]
