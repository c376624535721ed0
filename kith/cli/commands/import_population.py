"""kith import-population: takes the people who live in small areas."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.ready import get_ready, say


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "import-population", run,
        "Take how many people live in small areas, by sex, age band and ethnicity, beside whom a service reaches. "
        "Refused where two rows count the same people, or an age lacks between two others; ages that lack at an end "
        "are said.",
        "kith import-population people.csv --census 2021",
    )  # fmt: skip
    made.add_argument("file", metavar="FILE", help="the people, CSV: a row for each area and group")
    made.add_argument("--name", default="", metavar="NAME", help="what to call them; the file's name unless given")
    made.add_argument(
        "--census", choices=["2011", "2021"], default="",
        help="of which census its areas are; what the headings say, or else that of the index of deprivation",
    )  # fmt: skip
    made.add_argument("--layout", default="long", metavar="NAME", help="the reviewed layout that reads it; long")
    made.add_argument("--format", choices=["text", "json"], default="text", help="how the result is printed")


def run(given: Namespace) -> int:
    """Run it."""
    path = Path(given.file)
    get_ready()
    from kith.access.api import system_viewer
    from kith.places.api import import_population

    say("Reading the people")
    taken = import_population(
        viewer=system_viewer(), path=path, name=(given.name or path.stem)[:120], layout=given.layout,
        census=given.census,
    )  # fmt: skip
    if given.format == "json":
        sys.stdout.write(json.dumps(asdict(taken)) + "\n")
        return DONE
    changed = "" if taken.changed else ", as before"
    census = f" of {taken.census}" if taken.census else ""
    divided = ", ".join(each.replace("_", " ") for each in taken.divisions) or "nothing"
    brought = f"{taken.name}: {taken.people:,} people in {taken.areas:,} areas{census}{changed}"
    sys.stdout.write("".join(f"{line}\n" for line in (brought, f"divided by {divided}", *taken.lacking)))
    return DONE
