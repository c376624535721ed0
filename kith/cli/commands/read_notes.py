"""kith read-notes: what the reader finds in notes, or how well it reads notes that were labelled."""

import json
import sys
from argparse import Namespace
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.files import FileTroubleError, read_file
from kith.cli.ready import get_ready_without_records

SHOWN = ("through", "beneficiary", "domain", "direction", "cue")


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "read-notes", run,
        "Show which changes the reader would propose in the notes of a file. It opens no record and keeps nothing.",
        "kith read-notes notes.csv --format json",
    )  # fmt: skip
    made.add_argument("file", metavar="FILE", help="the notes: a CSV with a column 'text', one note a row")
    made.add_argument("--format", choices=["text", "json"], default="text", help="how the result is printed")
    made.add_argument(
        "--score", action="store_true",
        help="print precision and recall instead; the file also needs the columns through, beneficiary, domain and "
        "direction, empty where a note tells of no change",
    )  # fmt: skip


def run(given: Namespace) -> int:
    """Run it."""
    content = read_file(given.file)
    get_ready_without_records()
    from kith.files.api import read_csv
    from kith.ripples.api import LABELS

    rows = read_csv(content)
    _check_columns(rows, ("text", *LABELS) if given.score else ("text",))
    (_print_score if given.score else _print_proposals)(rows, given.format)
    return DONE


def _check_columns(rows: list[dict[str, str]], wanted: tuple[str, ...]) -> None:
    if not rows:
        raise FileTroubleError("The file holds no note: there is no row under its first line.")
    for name in wanted:
        if name not in rows[0]:
            there = ", ".join(rows[0]) or "none"
            raise FileTroubleError(f"The file has no column '{name}'. Its first line names: {there}.")


def _print_proposals(rows: list[dict[str, str]], form: str) -> None:
    from kith.ripples.api import notes_reader

    read = notes_reader().read
    if form == "json":
        found = [
            {"text": row["text"], "proposals": [_plain(each) for each in read(row["text"]).proposals]} for row in rows
        ]
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
        return
    for row in rows:
        _print_note(row["text"], read(row["text"]))


def _print_note(text: str, note: Any) -> None:
    lines = [
        f"  {each.through} > {each.beneficiary}: {each.domain}, {each.direction} ({each.cue})"
        for each in note.proposals
    ]
    if note.withheld:
        lines = ["  withheld: words of abuse, self-harm or threat"]
    sys.stdout.write("\n".join([text, *(lines or ["  nothing proposed"])]) + "\n")


def _plain(proposal: Any) -> dict[str, str]:
    return {name: getattr(proposal, name) for name in SHOWN}


def _print_score(rows: list[dict[str, str]], form: str) -> None:
    from kith.ripples.api import notes_reader, score

    scores = score(notes_reader(), rows)
    if form == "json":
        sys.stdout.write(json.dumps([_scored(kind, each) for kind, each in scores.items()], indent=1) + "\n")
        return
    sys.stdout.write(f"{'':28}{'right':>7}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}\n")
    for (by, name), each in scores.items():
        label = f"{by} {name}".strip()
        figures = f"{each.right:7}{each.wrong:7}{each.missed:8}{_share(each.precision):>11}{_share(each.recall):>8}"
        sys.stdout.write(f"{label:28}{figures}\n")


def _scored(kind: tuple[str, str], each: Any) -> dict[str, Any]:
    counts = {"right": each.right, "wrong": each.wrong, "missed": each.missed}
    return {"by": kind[0], "name": kind[1], **counts, "precision": each.precision, "recall": each.recall}


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
