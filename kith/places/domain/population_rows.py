"""Reads the rows of a file of people: an area, whom of it the row counts, and how many they are."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kith.kernel.errors import KithError
from kith.places.domain.age_bands import OLDEST, read_ages

DIVISIONS = ("sex", "age_band", "ethnicity")
NO_AGES = 1
Group = tuple[str, str, str, bool]


class WrongPopulationFileError(KithError):
    """The file does not hold the people of small areas, or a row of it cannot be read."""


class PopulationRow(NamedTuple):
    """One row: the values the report has for it, and exactly whom it counts.

    `group` is the area, sex and ethnic group, and whether ages are given; `ages` has a bit for each year of age, or
    `NO_AGES`. Two rows of one group with an age in common count the same people.
    """

    number: int
    area: str
    people: int
    values: Mapping[str, str]
    group: Group
    ages: int
    given: tuple[str, ...]

    @property
    def said(self) -> str:
        """Whom it counts, as the file has it."""
        return ", ".join((self.area, *self.given))


def population_rows(
    heading: Sequence[str], lines: Iterable[Sequence[str]], definition: Mapping[str, Any]
) -> Iterator[PopulationRow]:
    """The rows of a file as its definition reads it, without those it leaves out. Raises WrongPopulationFileError."""
    reader = _RowReader(definition, _places(heading, definition))
    for number, line in enumerate(lines, start=2):
        if any(cell.strip() for cell in line) and (row := reader.read(line, number)):
            yield row


def census_named(heading: Sequence[str], definition: Mapping[str, Any]) -> str:
    """The census whose areas the headings name, or ''."""
    plain = {_plain(name) for name in heading}
    years = [year for year, names in definition["census"].items() if plain & {_plain(name) for name in names}]
    return years[0] if len(years) == 1 else ""


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


class _RowReader:
    """Reads one row after another by its definition."""

    def __init__(self, definition: Mapping[str, Any], places: Mapping[str, int]) -> None:
        self.definition, self.places = definition, places
        self.totals = {"", *map(_plain, definition["totals"])}
        self.left_out = set(map(_plain, definition["left_out"]))
        self.words = {
            name: {_plain(word): code for code, words in definition[name].items() for word in words}
            for name in ("sex", "ethnicity")
        }
        self.parts = {_plain(word): words[0] for words in definition["parts"] for word in words}
        self.seen_ages: dict[str, tuple[str, int]] = {}

    def read(self, line: Sequence[str], number: int) -> PopulationRow | None:
        """One row, or None where it counts nobody."""
        cells = {name: line[place].strip() if place < len(line) else "" for name, place in self.places.items()}
        given = {name: cells.get(name, "") for name in DIVISIONS}
        plain = {name: _plain(text) for name, text in given.items()}
        if any(text in self.left_out for text in plain.values()):
            return None
        area = cells["area"].upper()
        if not re.match(self.definition["area_code_pattern"], area):
            raise WrongPopulationFileError(f"'{area}' in row {number} is not the code of a small area.")
        people = self._people(cells["people"], number)
        named = {name: text for name, text in given.items() if plain[name] not in self.totals}
        values = {name: self._known(name, text, number) for name, text in named.items() if name != "age_band"}
        ages = NO_AGES
        if "age_band" in named:
            values["age_band"], ages = self._band(named["age_band"], number)
        ethnic = self.parts.get(plain["ethnicity"], values.get("ethnicity", ""))
        group = (area, values.get("sex", ""), ethnic, "age_band" in named)
        return PopulationRow(number, area, people, values, group, ages, tuple(named.values()))

    def _people(self, text: str, number: int) -> int:
        figures = text.replace(",", "").replace(" ", "")
        if not re.fullmatch(r"[0-9]+(?:\.0+)?", figures):
            raise WrongPopulationFileError(f"'{text}' in row {number} is not a number of people.")
        return int(figures.split(".")[0])

    def _known(self, name: str, text: str, number: int) -> str:
        plain = _plain(text)
        if plain not in self.words[name]:
            known = ", ".join(words[0] for words in self.definition[name].values())
            raise WrongPopulationFileError(
                f"'{text}' in row {number} is no {name} that the layout knows. It knows, among other words: {known}."
            )
        return str(self.words[name][plain])

    def _band(self, text: str, number: int) -> tuple[str, int]:
        """The report's band and the years of age."""
        if text not in self.seen_ages:
            self.seen_ages[text] = self._read_band(text, number)
        return self.seen_ages[text]

    def _read_band(self, text: str, number: int) -> tuple[str, int]:
        ages = read_ages(text)
        if ages is None:
            raise WrongPopulationFileError(f"'{text}' in row {number} is no age band.")
        first, last = ages
        for band in self.definition["bands"]:
            if band["from"] <= first and min(last, OLDEST) <= band["to"]:
                return str(band["band"]), (1 << last + 1) - (1 << first)
        bands = ", ".join(band["band"] for band in self.definition["bands"])
        raise WrongPopulationFileError(
            f"The age band '{text}' in row {number} lies in two bands of the report ({bands}). Take a file by single "
            "years of age, or in bands that each lie within one of these."
        )
