"""kith import-postcodes: takes a postcode lookup."""

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
        commands, "import-postcodes", run,
        "Take the small areas of every postcode from a lookup of the Office for National Statistics (ONSPD or NSPL).",
        "kith import-postcodes ONSPD_MAY_2025_UK.csv",
    )  # fmt: skip
    made.add_argument("file", metavar="FILE", help="the lookup's one large file, CSV")
    made.add_argument("--edition", default="", metavar="NAME", help="what to call it; the file's name unless given")
    made.add_argument("--format", choices=["text", "json"], default="text", help="how the result is printed")


def run(given: Namespace) -> int:
    """Run it."""
    path = Path(given.file)
    get_ready()
    from kith.access.api import system_viewer
    from kith.places.api import import_postcodes

    say("Reading the postcodes")
    edition = (given.edition or path.stem)[:120]
    taken = import_postcodes(viewer=system_viewer(), path=path, edition=edition, progress=say)
    if given.format == "json":
        sys.stdout.write(json.dumps(asdict(taken)) + "\n")
    else:
        sys.stdout.write(_as_text(taken))
    return DONE


def _as_text(taken: Any) -> str:
    lines = [
        f"{taken.edition}: {taken.postcodes:,} postcodes{'' if taken.changed else ', as before'}",
        f"with an area of 2011: {taken.with_area_2011:,}; of 2021: {taken.with_area_2021:,}",
        f"out of use: {taken.ended:,}",
    ]
    if taken.refused:
        left = "left out, without a postcode or the month it ended"
        lines.append(f"{left}: {taken.refused:,} rows, the first is {taken.first_refused:,}")
    if taken.replaced:
        lines.append(f"in place of {', '.join(taken.replaced)}")
    return "\n".join(lines) + "\n"
