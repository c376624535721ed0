"""Reading notes on one core: microseconds a note, of such notes as a service's workbook holds."""

import itertools
import os
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from bench.measured import Measured

WORKBOOK = Path("workbooks") / "northport_2024-25.xlsx"
MANY, TIMES, LIMIT = 20_000, 5, 50.0


def measure() -> list[Measured]:
    """The quickest of some runs by processor time; 50 microseconds a note are 20,000 notes a second."""
    return [Measured(f"{MANY:,} notes read, as a year's workbook has them", _quickest(_of_a_year()), LIMIT, "us")]


def _quickest(notes: list[str]) -> float:
    from kith.ripples.domain.cues.current import notes_reader

    read = notes_reader().read
    for note in notes[:1_000]:
        read(note)
    return min(_spent(read, notes) for _ in range(TIMES)) / MANY * 1e6


def _spent(read: object, notes: list[str]) -> float:
    start = time.process_time()
    for note in notes:
        read(note)  # type: ignore[operator]
    return time.process_time() - start


def _numbered(notes: Iterator[str]) -> list[str]:
    """Each with a number of its own, so that no memory of a whole note could help."""
    return [f"{number} {note}" for number, note in enumerate(itertools.islice(notes, MANY))]


def _of_a_year() -> list[str]:
    book = openpyxl.load_workbook(Path(os.environ["KITH_REFERENCE_DATA"]) / WORKBOOK, read_only=True)
    rows = list(book["Sessions"].iter_rows(values_only=True))
    heading = next(row for row in rows if "Notes" in row)
    said = [row[heading.index("Notes")] for row in rows[rows.index(heading) + 1 :]]
    return _numbered(itertools.cycle([str(note) for note in said if note]))
