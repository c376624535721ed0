"""kith import-areas: takes an index of deprivation."""

import json
import sys
from argparse import Namespace
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.files import read_file
from kith.cli.ready import get_ready, say


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "import-areas", run,
        "Take the deprivation decile of every small area from a published index file.",
        "kith import-areas UK_IMD_E_mysociety.csv --index imd-2019-england",
    )  # fmt: skip
    made.add_argument("file", metavar="FILE", help="the index file, CSV")
    made.add_argument("--index", required=True, metavar="NAME", help="the index, such as imd-2019-england")
    made.add_argument("--format", choices=["text", "json"], default="text", help="how the result is printed")


def run(given: Namespace) -> int:
    """Run it."""
    content = read_file(given.file)
    get_ready()
    from kith.access.api import system_viewer
    from kith.places.api import import_areas

    say("Reading the areas")
    taken = import_areas(viewer=system_viewer(), content=content, index=given.index)
    if given.format == "json":
        sys.stdout.write(json.dumps({"index": taken.index, "areas": taken.areas, "changed": taken.changed}) + "\n")
    else:
        changed = "" if taken.changed else ", as before"
        sys.stdout.write(f"{taken.index}: {taken.areas:,} areas{changed}\n")
    return DONE
