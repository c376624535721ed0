"""Protection of a whole report, with the attacker played by brute force."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.analytics.disclosure import Sum, protect, protect_cells
from kith.analytics.errors import BadNumbers, UnbalancedTable, UnknownChoice
from tests.analytics.disclosure.attacker import crowded, given_away

RULES = {"nhsd_7_5": (7, 5), "lt5": (4, 1), "lt10": (9, 1)}


def shown(protected):
    return {key: cell.shown for key, cell in protected.items()}


def attack(cells, sums, rule="nhsd_7_5", window=None):
    """What a reader who knows which stars mean 'small' can work out; where that cannot be helped, any reader."""
    hide_to, round_to = RULES[rule]
    protected = protect_cells(cells, sums, rule=rule)
    known = {"hide_to": hide_to, "round_to": round_to, "window": window}
    alike = given_away(cells, sums, protected, stars_alike=True, **known)
    if crowded(cells, sums, protected, hide_to=hide_to):
        return alike
    return alike + given_away(cells, sums, protected, **known)


def test_nought_is_kept_small_is_hidden_and_the_rest_is_rounded():
    cells = {"none": 0, "one": 1, "seven": 7, "eight": 8, "twelve": 12, "thirteen": 13}
    assert shown(protect_cells(cells, [])) == {
        "none": "0",
        "one": "*",
        "seven": "*",
        "eight": "10",
        "twelve": "10",
        "thirteen": "15",
    }


def test_rounding_alone_does_not_protect():
    cells = {"a": 1, "b": 8, "c": 8, "all": 17}
    sums = [Sum("all", ("a", "b", "c"))]
    protected = protect_cells(cells, sums)
    assert shown(protected) != {"a": "*", "b": "10", "c": "10", "all": "15"}
    assert attack(cells, sums) == []


def test_a_small_total_of_single_people_does_not_take_the_report_with_it():
    cells = {f"w{i}": 1 for i in range(7)} | {"ward": 7, "other": 100, "third": 60, "all": 167}
    sums = [Sum("ward", tuple(f"w{i}" for i in range(7))), Sum("all", ("ward", "other", "third"))]
    protected = protect_cells(cells, sums)
    assert all(protected[f"w{i}"].suppressed for i in range(7))
    assert shown(protected)["other"] == "100"
    assert attack(cells, sums) == []


def test_a_single_part_hides_its_total_too():
    cells = {"only": 3, "nobody": 0, "all": 3}
    protected = protect_cells(cells, [Sum("all", ("only", "nobody"))])
    assert shown(protected) == {"only": "*", "nobody": "0", "all": "*"}


def test_one_small_cell_among_unrounded_takes_the_next_smallest_with_it():
    cells = {"a": 2, "b": 30, "c": 9, "all": 41}
    protected = protect_cells(cells, [Sum("all", ("a", "b", "c"))], rule="lt5")
    assert shown(protected) == {"a": "*", "b": "30", "c": "*", "all": "41"}
    assert protected["c"].reason == "protects_another"


def test_a_total_shared_by_breakdowns_gives_nothing_away():
    cells = {"all": 40, "women": 37, "men": 3, "north": 20, "south": 20}
    sums = [Sum("all", ("women", "men")), Sum("all", ("north", "south"))]
    assert attack(cells, sums, rule="lt5") == []


def test_the_same_figure_under_two_keys_is_protected_as_one():
    cells = {"all": 40, "women": 37, "men": 3, "men_again": 3, "women_again": 37}
    sums = [Sum("all", ("women", "men")), Sum("men_again", ("men",)), Sum("women_again", ("women",))]
    protected = protect_cells(cells, sums, rule="lt5")
    assert protected["women_again"].suppressed == protected["women"].suppressed
    assert attack(cells, sums, rule="lt5") == []


def test_a_ring_of_sums_that_bounds_cannot_see_through():
    # Each pair leaves 1..9 to its parts; only the three sums together leave 5, 5, 5.
    cells = {"a": 2, "b": 2, "c": 2, "ab": 4, "bc": 4, "ac": 4, "d": 6, "abd": 10}
    sums = [Sum("ab", ("a", "b")), Sum("bc", ("b", "c")), Sum("ac", ("a", "c")), Sum("abd", ("ab", "d"))]
    assert attack(cells, sums, rule="lt5") == []
    wide = {"a": 4, "b": 4, "c": 4, "ab": 8, "bc": 8, "ac": 8}
    assert attack(wide, sums[:3], rule="lt5") == []


def test_a_bridge_between_two_blocks_of_a_table():
    """The only starred cell joining two blocks is the rows' totals less the columns' totals."""
    counts = [[2, 3, 4, 30], [3, 2, 30, 20], [30, 20, 2, 3], [20, 30, 3, 2]]
    cells = {(r, c): counts[r][c] for r in range(4) for c in range(4)}
    cells |= {(r, "all"): sum(counts[r]) for r in range(4)}
    cells |= {("all", c): sum(row[c] for row in counts) for c in range(4)}
    sums = [Sum((r, "all"), tuple((r, c) for c in range(4))) for r in range(4)]
    sums += [Sum(("all", c), tuple((r, c) for r in range(4))) for c in range(4)]
    protected = protect_cells(cells, sums, rule="lt5")
    assert sum(cell.reason == "protects_another" for cell in protected.values()) >= 1
    assert given_away(cells, sums, protected, hide_to=4, round_to=1, window=2) == []


def test_nothing_is_hidden_that_needs_no_hiding():
    cells = {"a": 120, "b": 80, "c": 3, "d": 5, "all": 208}
    protected = protect_cells(cells, [Sum("all", ("a", "b", "c", "d"))])
    assert shown(protected) == {"a": "120", "b": "80", "c": "*", "d": "*", "all": "210"}


small = st.integers(0, 14)


@settings(max_examples=150)
@given(st.lists(small, min_size=1, max_size=4), st.sampled_from(sorted(RULES)))
def test_one_way_tables_withstand_the_attacker(parts, rule):
    cells = {f"p{i}": count for i, count in enumerate(parts)} | {"all": sum(parts)}
    sums = [Sum("all", tuple(f"p{i}" for i in range(len(parts))))]
    assert attack(cells, sums, rule) == []


@settings(max_examples=100)
@given(st.lists(small, min_size=4, max_size=4), st.sampled_from(sorted(RULES)))
def test_two_way_tables_withstand_the_attacker(counts, rule):
    a, b, c, d = counts
    cells = {"a": a, "b": b, "c": c, "d": d, "ab": a + b, "cd": c + d, "ac": a + c, "bd": b + d, "all": sum(counts)}
    sums = [
        Sum("ab", ("a", "b")),
        Sum("cd", ("c", "d")),
        Sum("ac", ("a", "c")),
        Sum("bd", ("b", "d")),
        Sum("all", ("ab", "cd")),
        Sum("all", ("ac", "bd")),
    ]
    assert attack(cells, sums, rule, window=2) == []


@settings(max_examples=100)
@given(st.lists(small, min_size=3, max_size=3), st.integers(0, 30), st.integers(0, 14), st.sampled_from(sorted(RULES)))
def test_nested_and_shared_totals_withstand_the_attacker(parts, other, nested, rule):
    first = parts[0] + nested
    total = first + parts[1] + parts[2]
    split = min(other, total)
    cells = {"x": parts[0], "y": nested, "xy": first, "b": parts[1], "c": parts[2], "all": total}
    cells |= {"m": split, "n": total - split}
    sums = [Sum("xy", ("x", "y")), Sum("all", ("xy", "b", "c")), Sum("all", ("m", "n"))]
    assert attack(cells, sums, rule, window=2) == []


@given(st.lists(st.integers(0, 60), min_size=2, max_size=12))
def test_a_shown_cell_is_the_rounded_count_and_a_small_one_never_shown(parts):
    cells = {f"p{i}": count for i, count in enumerate(parts)} | {"all": sum(parts)}
    sums = [Sum("all", tuple(f"p{i}" for i in range(len(parts))))]
    for key, cell in protect_cells(cells, sums).items():
        assert cell.suppressed == (cell.published is None)
        if cells[key] in range(1, 8):
            assert cell.suppressed
        if not cell.suppressed:
            assert abs(cell.published - cells[key]) <= 2
            assert cell.published % 5 == 0


def test_the_same_cells_give_the_same_stars():
    cells = {f"p{i}": (i * 7) % 23 for i in range(40)}
    cells["all"] = sum(cells.values())
    sums = [Sum("all", tuple(f"p{i}" for i in range(40)))]
    assert protect_cells(cells, sums) == protect_cells(cells, sums)


@pytest.mark.parametrize(
    ("cells", "sums"),
    [
        ({"a": 1, "all": 2}, [Sum("all", ("a",))]),
        ({"a": 1, "all": 1}, [Sum("all", ("b",))]),
        ({"a": 1, "all": 2}, [Sum("all", ("a", "a"))]),
        ({"a": 0, "all": 0}, [Sum("all", ("a", "all"))]),
    ],
)
def test_sums_that_do_not_hold_are_refused(cells, sums):
    with pytest.raises(UnbalancedTable, match=r"\.$"):
        protect_cells(cells, sums)


@pytest.mark.parametrize("count", [-1, 1.5, float("nan"), float("inf"), None, "3", True])
def test_a_count_of_people_is_a_whole_number(count):
    with pytest.raises(BadNumbers):
        protect_cells({"a": count}, [])


def test_an_unknown_rule_is_refused_by_name():
    with pytest.raises(UnknownChoice, match="nhsd_7_5"):
        protect_cells({"a": 1}, [], rule="lt6")


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_table_of_two_thousand_cells_is_protected(rule):
    """Each line of the large table with one star has another cell, or its total, starred too."""
    counts = [[(row * 7 + column * 13 + row * column) % 31 for column in range(40)] for row in range(45)]
    table = protect(counts, rule=rule)
    lines = [[table[row, column] for column in range(40)] + [table.row_totals[row]] for row in range(45)]
    hide_to, round_to = RULES[rule]
    for cells, line in zip(counts, lines, strict=True):
        assert all(cell.suppressed for count, cell in zip(cells, line, strict=False) if 1 <= count <= hide_to)
        if round_to == 1:
            assert sum(cell.suppressed for cell in line) != 1
