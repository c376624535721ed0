"""docs/notes/: how notes are read, and how well, by the labelled notes of the tests."""

import csv
from pathlib import Path

from docs._generate.page import ROOT, Page, table
from kith.ripples.domain.cues.current import notes_reader
from kith.ripples.domain.cues.score import Score, score

NOTES = ROOT / "tests" / "ripples" / "notes"
TOLD = Path(__file__).with_name("notes.md")
SETS = (
    ("building.csv", "Notes the lists were built with"),
    ("kept_aside.csv", "Notes kept aside: their mistakes were never looked at while building"),
)


def pages() -> list[Page]:
    """The page."""
    title, _, *lines = TOLD.read_text(encoding="utf-8").rstrip().splitlines()
    for name, called in SETS:
        lines += ["", f"### {called}", "", *_figures(NOTES / name)]
    return [Page("notes/README.md", title.removeprefix("# "), tuple(lines))]


def _figures(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    quiet = sum(not row["direction"] for row in rows)
    scores = score(notes_reader(), rows)
    head = ("", "right", "wrong", "missed", "precision", "recall")
    said = f"{len({row['text'] for row in rows}):,} notes, {quiet:,} of which tell of no change."
    return [said, "", *table(head, [_row(f"{by} {name}".strip(), each) for (by, name), each in scores.items()])]


def _row(name: str, each: Score) -> tuple[str, ...]:
    counts = (str(each.right), str(each.wrong), str(each.missed))
    return (name, *counts, _share(each.precision), _share(each.recall))


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
