"""Reads how many people live in small areas, by sex, age band and ethnicity."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kith.kernel.errors import KithError
from kith.places.domain.age_bands import OLDEST, read_ages

DIVISIONS = ("sex", "age_band", "ethnicity")
EVERYBODY = "everybody"
Cell = tuple[str, str, str]
Pattern = frozenset[str]


class WrongPopulationFileError(KithError):
    """The file does not hold the people of small areas, or a row of it cannot be read."""


@dataclass(frozen=True)
class PopulationRead:
    """People by area, division and value (division 'everybody' has the value ''), and the census its headings name."""

    people: Mapping[Cell, int]
    census: str

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
    divides least answers. Raises WrongPopulationFileError with the row.
    """
    with _opened(path) as file:
        lines = csv.reader(file)
        heading = next(lines, [])
        places = _places(heading, definition)
        reader = _Reader(definition, places)
        for number, line in enumerate(lines, start=2):
            if any(cell.strip() for cell in line):
                reader.take(line, number)
    people = reader.people()
    if not people:
        raise WrongPopulationFileError("The file holds nobody. Check that it is the right file.")
    return PopulationRead(people, _census(heading, definition))


def _opened(path: Path) -> Any:
    try:
        return path.open(encoding="utf-8-sig", errors="replace", newline="")
    except OSError as wrong:
        raise WrongPopulationFileError(f"{path.name} cannot be read: {wrong.strerror}.")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split())


def _places(heading: Sequence[str], definition: Mapping[str, Any]) -> dict[str, int]:
    """Where each column lies; 'Sex (2 categories)' is read as 'Sex', and its codes are not."""
    plain = [re.sub(r" \(.*?categories\)$", "", _plain(name)) for name in heading]
    found = {}
    for column, names in definition["headings"].items():
        wanted = [_plain(name) for name in names]
        place = next((plain.index(name) for name in wanted if name in plain), None)
        if place is not None:
            found[column] = place
    if missing := [column for column in ("area", "people") if column not in found]:
        raise WrongPopulationFileError(
            f"The file has no column for {' and none for '.join(missing)}. It needs the headings area and people, and "
            "sex, age band and ethnicity where it divides people so."
        )
    return found


def _census(heading: Sequence[str], definition: Mapping[str, Any]) -> str:
    plain = {_plain(name) for name in heading}
    years = [year for year, names in definition["census"].items() if plain & {_plain(name) for name in names}]
    return years[0] if len(years) == 1 else ""


class _Reader:
    """Adds rows up by the way they divide people."""

    def __init__(self, definition: Mapping[str, Any], places: Mapping[str, int]) -> None:
        self.definition, self.places = definition, places
        self.totals = {"", *map(_plain, definition["totals"])}
        self.left_out = set(map(_plain, definition["left_out"]))
        self.words = {
            name: {_plain(word): code for code, words in definition[name].items() for word in words}
            for name in ("sex", "ethnicity")
        }
        self.sums: dict[Pattern, Counter[Cell]] = {}
        self.seen_ages: dict[str, str] = {}

    def take(self, line: Sequence[str], number: int) -> None:
        """One row."""
        cells = {name: line[place].strip() if place < len(line) else "" for name, place in self.places.items()}
        if any(_plain(cells.get(name, "")) in self.left_out for name in DIVISIONS):
            return
        area = cells["area"].upper()
        if not re.match(self.definition["area_code_pattern"], area):
            raise WrongPopulationFileError(f"'{area}' in row {number} is not the code of a small area.")
        people = self._people(cells["people"], number)
        values = {name: value for name in DIVISIONS if (value := self._value(name, cells.get(name, ""), number))}
        sums = self.sums.setdefault(frozenset(values), Counter())
        sums[area, EVERYBODY, ""] += people
        for name, value in values.items():
            sums[area, name, value] += people

    def people(self) -> dict[Cell, int]:
        """Each division, and everybody, from the table that divides least."""
        by_size = sorted(self.sums, key=lambda pattern: (len(pattern), sorted(pattern)))
        chosen = {name: next((p for p in by_size if name in p), None) for name in DIVISIONS}
        wanted = {name: pattern for name, pattern in chosen.items() if pattern is not None}
        if by_size:
            wanted[EVERYBODY] = by_size[0]
        return {
            cell: people
            for name, pattern in wanted.items()
            for cell, people in self.sums[pattern].items()
            if cell[1] == name
        }

    def _people(self, text: str, number: int) -> int:
        figures = text.replace(",", "").replace(" ", "")
        if not re.fullmatch(r"[0-9]+(?:\.0+)?", figures):
            raise WrongPopulationFileError(f"'{text}' in row {number} is not a number of people.")
        return int(figures.split(".")[0])

    def _value(self, name: str, text: str, number: int) -> str:
        plain = _plain(text)
        if plain in self.totals:
            return ""
        if name == "age_band":
            return self._band(text, number)
        if plain not in self.words[name]:
            known = ", ".join(words[0] for words in self.definition[name].values())
            raise WrongPopulationFileError(
                f"'{text}' in row {number} is no {name} that the layout knows. It knows, among other words: {known}."
            )
        return str(self.words[name][plain])

    def _band(self, text: str, number: int) -> str:
        if text not in self.seen_ages:
            self.seen_ages[text] = self._read_band(text, number)
        return self.seen_ages[text]

    def _read_band(self, text: str, number: int) -> str:
        ages = read_ages(text)
        if ages is None:
            raise WrongPopulationFileError(f"'{text}' in row {number} is no age band.")
        first, last = ages
        for band in self.definition["bands"]:
            if band["from"] <= first and min(last, OLDEST) <= band["to"]:
                return str(band["band"])
        bands = ", ".join(band["band"] for band in self.definition["bands"])
        raise WrongPopulationFileError(
            f"The age band '{text}' in row {number} lies in two bands of the report ({bands}). Take a file by single "
            "years of age, or in bands that each lie within one of these."
        )


def rows_of(people: Mapping[Cell, int]) -> Iterator[tuple[str, str, str, int]]:
    """The cells as rows in a fixed order."""
    return ((*cell, people[cell]) for cell in sorted(people))
