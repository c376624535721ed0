"""A year's export of a service holds thirteen people twice, and no other pair is proposed."""

import datetime as dt
from contextlib import closing

import openpyxl

from kith.people.domain.duplicates import Likeness, likely_same

STYLES = ("%d/%m/%Y", "%d.%m.%Y", "%d-%b-%y")


def day(value) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    for style in STYLES:
        try:
            found = dt.datetime.strptime(value.strip(), style).date()  # noqa: DTZ007
        except ValueError:
            continue
        return found if found.year < 2025 else found.replace(year=found.year - 100)
    raise AssertionError("a birth date in no known style")


def test_the_thirteen_people_entered_twice_are_found_and_nobody_else(northport):
    with closing(openpyxl.load_workbook(northport, read_only=True)) as book:
        rows = list(book["Clients"].iter_rows(min_row=4, max_col=8, values_only=True))
    people = {}
    for row in rows:
        key = str(row[0]).replace(" ", "").upper()
        people[key] = Likeness(key, row[1] or "", row[2] or "", day(row[3]), row[7] or "")

    pairs = {(pair.first, pair.second) for pair in likely_same(list(people.values()))}

    entered_twice = {("NO" + key[-5:], key) for key in people if key.startswith("NO9")}
    assert len(entered_twice) == 13
    assert pairs == entered_twice
