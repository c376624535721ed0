"""Reads a postcode lookup of the Office for National Statistics row by row, whatever its edition calls its columns."""

import csv
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kith.kernel.errors import KithError
from kith.places.domain.postcodes import key_of, tidy_postcode

# Headings in the order of preference. ONSPD 2011-2024 and NSPL to 2024: pcds, doterm, lsoa11, lsoa21; editions from
# 2025 and the lookups by output area: pcds, doterm, lsoa11cd, lsoa21cd. Capitals do not matter.
HEADINGS = {
    "postcode": ("pcds", "pcd8", "pcd7", "pcd2", "pcd"),
    "ended": ("doterm",),
    "area_2011": ("lsoa11cd", "lsoa11"),
    "area_2021": ("lsoa21cd", "lsoa21"),
}
# England, Wales (LSOA), Scotland (data zone), Northern Ireland (SOA 2011, data zone 2021).
_AREA = re.compile(r"[EWS]01[0-9]{6}|N20[0-9]{6}|[0-9]{2}[A-Z]{2}[0-9]{2}[A-Z][0-9]|[0-9]{2}[A-Z]{2}[0-9]{2}")
_MONTH = re.compile(r"((?:19|20)[0-9]{2})[-/]?(0[1-9]|1[0-2])(?:[-/][0-9]{2}(?:[T ].*)?)?")
CHUNK = 1 << 20


class WrongPostcodeFileError(KithError):
    """The file is no postcode lookup."""


class PostcodeRow(NamedTuple):
    """One postcode: its letters and figures, its areas ('' for none), and the month it ended (202503; 0 if in use)."""

    key: str
    area_2011: str
    area_2021: str
    ended: int


@dataclass
class PostcodeFile:
    """A lookup on its way in. Counts are full once `rows` has run to its end; at no time does it hold the rows."""

    path: Path
    postcodes: int = 0
    ended: int = 0
    with_area: dict[str, int] = field(default_factory=lambda: {"2011": 0, "2021": 0})
    refused: int = 0
    first_refused: int = 0

    def digest(self) -> str:
        """The fingerprint of the file."""
        digest = hashlib.sha256()
        with _opened_raw(self.path) as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
        return digest.hexdigest()

    def years(self) -> tuple[str, ...]:
        """The census years whose areas the file has a column for. Raises WrongPostcodeFileError."""
        with _opened(self.path) as file:
            places = _places(next(csv.reader(file), []))
        return tuple(year for year in ("2011", "2021") if f"area_{year}" in places)

    def rows(self) -> Iterator[PostcodeRow]:
        """Every postcode of the file; what has not the form of one, or ended in no month, is counted and left out."""
        with _opened(self.path) as file:
            lines = csv.reader(file)
            places = _places(next(lines, []))
            for number, line in enumerate(lines, start=2):
                row = _row(line, places)
                if row is None:
                    self._refuse(number)
                    continue
                self.postcodes += 1
                self.ended += row.ended > 0
                self.with_area["2011"] += row.area_2011 != ""
                self.with_area["2021"] += row.area_2021 != ""
                yield row

    def _refuse(self, number: int) -> None:
        self.refused += 1
        self.first_refused = self.first_refused or number


def _opened_raw(path: Path):  # type: ignore[no-untyped-def]
    try:
        return path.open("rb")
    except OSError as wrong:
        raise WrongPostcodeFileError(f"{path.name} cannot be read: {wrong.strerror}.")


def _opened(path: Path):  # type: ignore[no-untyped-def]
    """Only plain letters and figures are read, so that any writing of the names in the file will do."""
    try:
        return path.open(encoding="latin-1", newline="")
    except OSError as wrong:
        raise WrongPostcodeFileError(f"{path.name} cannot be read: {wrong.strerror}.")


def _places(heading: Sequence[str]) -> dict[str, int]:
    """Where each column lies."""
    plain = [name.removeprefix("\u00ef\u00bb\u00bf").strip().strip('"').casefold() for name in heading]
    found = {
        column: plain.index(name)
        for column, names in HEADINGS.items()
        if (name := next((each for each in names if each in plain), ""))
    }
    if "postcode" not in found or "ended" not in found:
        raise WrongPostcodeFileError(
            "The file is no postcode lookup: it has no column pcds and doterm. Give the one large CSV file of the ONS "
            "Postcode Directory (ONSPD) or of the National Statistics Postcode Lookup (NSPL)."
        )
    if not {"area_2011", "area_2021"} & set(found):
        raise WrongPostcodeFileError("The file has no column of small areas: neither lsoa11 nor lsoa21.")
    return found


def _row(line: Sequence[str], places: dict[str, int]) -> PostcodeRow | None:
    if len(line) <= max(places.values()):
        return None
    postcode = tidy_postcode(line[places["postcode"]])
    if not postcode:
        return None
    ended = _month(line[places["ended"]])
    if ended is None:
        return None
    areas = [_area(line[places[name]]) if name in places else "" for name in ("area_2011", "area_2021")]
    return PostcodeRow(key_of(postcode), areas[0], areas[1], ended)


def _area(text: str) -> str:
    """A code such as E99999999 stands for no area."""
    code = text.strip().upper()
    return code if _AREA.fullmatch(code) else ""


def _month(text: str) -> int | None:
    """202503 for March 2025, 0 for a postcode in use, None for what is no month and leaves its use open."""
    if not text.strip():
        return 0
    month = _MONTH.fullmatch(text.strip())
    return int(month[1] + month[2]) if month else None
