"""Two releases of one table: what a reader of both can work out, and what is said of figures that repeat."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.analytics.disclosure import Table, as_released, protect
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


@pytest.mark.parametrize("rule", sorted(RULES))
def test_reader_of_two_releases_finds_what_each_alone_hides(rule):
    """The guard of the first release is shown by the second, were they not kept in mind together."""
    hide_to, round_to = RULES[rule]
    before, after = ([3, 12, 30], [3, 12, 11]) if rule == "lt5" else ([3, 12, 14], [3, 22, 14])
    alone = [Held(name, truth(t), protect(t, rule=rule).cells) for name, t in (("1", before), ("2", after))]
    together = released(rule, before, after)
    known = {"hide_to": hide_to, "round_to": round_to, "window": 10}
    assert found_out(*together, **known) == []
    if rule == "lt5":
        assert found_out(*alone, **known) != []
