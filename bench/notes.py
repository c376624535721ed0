"""Reading notes on one core: microseconds a note, where one in five tells of a change."""

import csv
import itertools
import time
from pathlib import Path

from bench.measured import Measured

NOTES = Path(__file__).parent.parent / "tests" / "ripples" / "notes" / "building.csv"
MANY, TIMES, LIMIT = 20_000, 5, 50.0
WITHOUT_A_CHANGE = 4


def measure() -> list[Measured]:
    """The quickest of some runs by processor time; 50 microseconds a note are 20,000 notes a second."""
    from kith.ripples.domain.cues.current import notes_reader

    read, notes = notes_reader().read, _notes()
    for note in notes[:1_000]:
        read(note)
    spent = min(_spent(read, notes) for _ in range(TIMES))
    return [Measured(f"{MANY:,} notes read, one in five with a change", spent / MANY * 1e6, LIMIT, "us")]


def _spent(read: object, notes: list[str]) -> float:
    start = time.process_time()
    for note in notes:
        read(note)  # type: ignore[operator]
    return time.process_time() - start


def _notes() -> list[str]:
    """Notes in the order of the file, each with a number of its own, so that no memory of a whole note could help."""
    with NOTES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = itertools.cycle([row["text"] for row in rows if row["direction"]])
    quiet = itertools.cycle([row["text"] for row in rows if not row["direction"]])
    turns = itertools.cycle([told, *[quiet] * WITHOUT_A_CHANGE])
    return [f"{number} {next(next(turns))}" for number in range(MANY)]
