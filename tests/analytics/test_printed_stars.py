"""Which cells are starred, beside what other tools print for the same tables, and what a reader makes of either."""

import pytest

from kith.analytics.disclosure import ProtectedCell, Rule, Sum, Table, protect, protect_cells
from tests.analytics.disclosure.attacker import given_away

UP_TO_THREE = Rule("up_to_three", "Hide 1 to 3", 1, 3, 1, "the limit the examples set")
LETTERS = "ABHMW"


def printed_as(cells, stars):
    """A table as somebody else prints it."""
    star = ProtectedCell(None, True, "small")
    return {key: star if key in stars else ProtectedCell(count, False, "as_counted") for key, count in cells.items()}


def starred(protected):
    return {key for key, cell in protected.items() if cell.suppressed}


def two_rows(first, second):
    return {"r1": dict(zip(LETTERS, first, strict=True)), "r2": dict(zip(LETTERS, second, strict=True))}


def lines(table):
    return [" ".join(line[1:]) for line in protect(table, rule=UP_TO_THREE).lines()[1:]]


@pytest.mark.printed("cran/easySdcTable at commit 1f3e287, inst/doc/singletonsAndZeros.html, s1aSingle")
def test_two_single_people_beside_a_seven():
    assert lines(two_rows([0, 1, 7, 1, 0], [2, 0, 0, 2, 8])) == ["0 * * * 0 9", "* 0 0 * 8 12", "* * * * 8 21"]


@pytest.mark.printed("cran/easySdcTable at commit 1f3e287, inst/doc/singletonsAndZeros.html, s1bSingle")
def test_three_single_people_beside_a_seven():
    """What sdcTable prints gives all three away, as the page says; its remedy stars the 8 too, which "might not be
    required", as the page says as well."""
    table = two_rows([1, 1, 7, 1, 0], [1, 0, 0, 2, 8])
    cells, sums = Table.of(table).system()
    stars = {(row, letter) for row, letter in cells if letter in "ABM"} - {("r2", "B")}
    known = {"hide_to": 3, "round_to": 1}
    assert {("r1", letter) for letter in "ABM"} <= set(given_away(cells, sums, printed_as(cells, stars), **known))
    found = protect(table, rule=UP_TO_THREE)
    assert lines(table) == ["* * * * 0 10", "* 0 0 * 8 11", "* * * * 8 21"]
    assert given_away(cells, sums, found.cells, **known) == []


# sdcTable: eight regions, added up by county and by size
REGIONS = dict(zip("ABIJKLMN", [2, 2, 8, 8, 3, 3, 3, 7], strict=True))
COUNTIES, SIZES = {"county-1": "ABIJ", "county-2": "KLMN"}, {"big": "LM", "small": "ABIJKN"}


def report(*breakdowns):
    groups = {name: tuple(parts) for breakdown in breakdowns for name, parts in breakdown.items()}
    cells = REGIONS | {name: sum(REGIONS[part] for part in parts) for name, parts in groups.items()}
    sums = [Sum(name, parts) for name, parts in groups.items()]
    return cells | {"Total": sum(REGIONS.values())}, sums + [Sum("Total", tuple(breakdown)) for breakdown in breakdowns]


@pytest.mark.printed("cran/sdcTable at commit 2da95b6, tests/testthat/test-linked-tables.r")
def test_two_breakdowns_of_one_total():
    """By county the five small regions are all that is starred there; beside the sizes N must be too: 10 - 7 gives K.

    That reader does not know the limit. One who does finds three small regions that are 9 together to be 3 each, and
    two that are 6; so N is starred here from the first, and the sizes are too.
    """
    known, alone, first = {"hide_to": 3, "round_to": 1}, report(COUNTIES), set("ABKLM")
    assert given_away(*alone, printed_as(alone[0], first), **known, stars_alike=True) == []
    assert given_away(*alone, printed_as(alone[0], first), **known) == ["K", "L", "M"]
    assert starred(protect_cells(*alone, rule=UP_TO_THREE)) == first | {"N"}
    linked = report(COUNTIES, SIZES)
    assert given_away(*linked, printed_as(linked[0], first), **known, stars_alike=True) == ["K"]
    assert given_away(*linked, printed_as(linked[0], first | {"N"}), **known, stars_alike=True) == []
    assert given_away(*linked, printed_as(linked[0], first | {"N"}), **known) == ["L", "M"]
    found = protect_cells(*linked, rule=UP_TO_THREE)
    assert starred(found) >= first | {"N", "big", "small"}
    assert given_away(*linked, found, **known) == []


# GaussSuppression: people by age and country, and by whether it is in the European Union
PEOPLE = {"young": {"Iceland": 2, "Portugal": 0, "Spain": 5}, "old": {"Iceland": 3, "Portugal": 4, "Spain": 6}}
UNIONS = {"EU": ("Portugal", "Spain"), "nonEU": ("Iceland",)}
PRINTED = {
    *(("young", place) for place in ("EU", "nonEU", "Iceland", "Spain")),
    *(("old", place) for place in ("EU", "nonEU", "Iceland", "Portugal")),
    *(("total", place) for place in ("Portugal", "Spain")),
}


@pytest.mark.printed("cran/GaussSuppression at commit 37ab909, inst/doc/Small_count_frequency_table_suppression.html")
def test_countries_within_unions():
    """Its table 4. All that is starred there is starred here, and more: no smallest set of stars is looked for."""
    cells, sums = Table.of(PEOPLE).system()
    for age in (*PEOPLE, "total"):
        for union, countries in UNIONS.items():
            cells[age, union] = sum(cells[age, country] for country in countries)
            sums.append(Sum((age, union), tuple((age, country) for country in countries)))
        sums.append(Sum((age, "total"), tuple((age, union) for union in UNIONS)))
    sums += [Sum(("total", union), tuple((age, union) for age in PEOPLE)) for union in UNIONS]
    found = protect_cells(cells, sums, rule="lt5")
    assert starred(found) >= PRINTED
    for published in (found, printed_as(cells, PRINTED)):
        assert given_away(cells, sums, published, hide_to=4, round_to=1) == []
