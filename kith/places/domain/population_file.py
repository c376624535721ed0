"""Reads how many people live in small areas, by sex, age band and ethnicity."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kith.places.domain.population_ages import ages_lacking, areas_lacking, check_ages_are_whole
from kith.places.domain.population_rows import (
    DIVISIONS,
    Group,
    PopulationRow,
    WrongPopulationFileError,
    census_named,
    population_rows,
)

EVERYBODY = "everybody"
Cell = tuple[str, str, str]
Pattern = frozenset[str]


@dataclass(frozen=True)
class PopulationRead:
    """People by area, division and value (division 'everybody' has the value ''), and the census its headings name.

    `lacking` are sentences on whom the file does not have.
    """

    people: Mapping[Cell, int]
    census: str
    lacking: tuple[str, ...] = ()

    def divisions(self) -> tuple[str, ...]:
        """The divisions the file has."""
        found = {division for _, division, _ in self.people}
        return tuple(each for each in DIVISIONS if each in found)

    def areas(self) -> int:
        """How many areas it has."""
        return len({area for area, _, _ in self.people})


def read_population(path: Path, definition: Mapping[str, Any]) -> PopulationRead:
    """The people of a CSV file as its definition reads it.

    Rows that divide people in several ways are added up along the others; of several tables in one file the one that
    divides least answers. No row may count people another has counted, and no age may lack between two others. Raises
    WrongPopulationFileError with the row.
    """
    table = _Table()
    with _opened(path) as file:
        lines = csv.reader(file)
        heading = next(lines, [])
        for row in population_rows(heading, lines, definition):
            if not table.take(row):
                raise _counted_twice(row, path, definition)
    people = table.people()
    if not people:
        raise WrongPopulationFileError("The file holds nobody. Check that it is the right file.")
    for pattern, ages in table.ages.items():
        check_ages_are_whole(ages, definition["bands"], _divided(pattern))
    lacking = tuple(_lacking(table, people, definition["bands"]))
    return PopulationRead(people, census_named(heading, definition), lacking)


def _opened(path: Path) -> Any:
    try:
        return path.open(encoding="utf-8-sig", errors="replace", newline="")
    except OSError as wrong:
        raise WrongPopulationFileError(f"{path.name} cannot be read: {wrong.strerror}.")


def _counted_twice(row: PopulationRow, path: Path, definition: Mapping[str, Any]) -> WrongPopulationFileError:
    """What is wrong with a row, beside the one before it, which is looked for only now: to keep all would take much."""
    with _opened(path) as file:
        lines = csv.reader(file)
        rows = population_rows(next(lines), lines, definition)
        first = next(each for each in rows if each.group == row.group and each.ages & row.ages)
    return WrongPopulationFileError(
        f"Row {row.number} ({row.said}) counts people whom row {first.number} ({first.said}) has counted. Delete one "
        "of the two. If the file divides people by something else as well, add up such rows first."
    )


def _divided(pattern: Pattern) -> str:
    """By what rows divide people, in words."""
    *others, last = (name.replace("_", " ") for name in DIVISIONS if name in pattern)
    return f"{', '.join(others)} and {last}" if others else last


def _lacking(table: "_Table", people: Mapping[Cell, int], bands: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    pattern = table.chosen().get("age_band")
    if pattern:
        yield from ages_lacking(table.ages[pattern], bands)
        yield from areas_lacking(people, bands)


class _Table:
    """Adds rows up by the way they divide people."""

    def __init__(self) -> None:
        self.sums: dict[Pattern, Counter[Cell]] = {}
        self.counted: dict[Group, int] = {}
        self.ages: dict[Pattern, int] = {}

    def take(self, row: PopulationRow) -> bool:
        """Add a row; False where it counts people who were counted."""
        before = self.counted.get(row.group, 0)
        if before & row.ages:
            return False
        self.counted[row.group] = before | row.ages
        pattern = frozenset(row.values)
        if "age_band" in pattern:
            self.ages[pattern] = self.ages.get(pattern, 0) | row.ages
        sums = self.sums.setdefault(pattern, Counter())
        sums[row.area, EVERYBODY, ""] += row.people
        for name, value in row.values.items():
            sums[row.area, name, value] += row.people
        return True

    def chosen(self) -> dict[str, Pattern]:
        """By which rows each division, and everybody, is answered: those that divide least."""
        by_size = sorted(self.sums, key=lambda pattern: (len(pattern), sorted(pattern)))
        found = {name: next((p for p in by_size if name in p), None) for name in DIVISIONS}
        found[EVERYBODY] = by_size[0] if by_size else None
        return {name: pattern for name, pattern in found.items() if pattern is not None}

    def people(self) -> dict[Cell, int]:
        """Each division, and everybody, from the rows that answer it."""
        return {
            cell: people
            for name, pattern in self.chosen().items()
            for cell, people in self.sums[pattern].items()
            if cell[1] == name
        }


def rows_of(people: Mapping[Cell, int]) -> Iterator[tuple[str, str, str, int]]:
    """The cells as rows in a fixed order."""
    return ((*cell, people[cell]) for cell in sorted(people))
