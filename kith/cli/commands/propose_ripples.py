"""kith propose-ripples: reads a service's notes for what else changed."""

import json
import sys
from argparse import Namespace
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.ready import get_ready, say


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "propose-ripples", run,
        "Read what is new or corrected among the notes of clients who said yes, and propose what they tell of for "
        "review. Nothing is credited. Stopped at any point, the next run goes on.",
        "kith propose-ripples --service Northport",
    )  # fmt: skip
    made.add_argument("--service", required=True, metavar="NAME", help="the service")
    made.add_argument("--format", choices=["text", "json"], default="text", help="how the account is printed")


def run(given: Namespace) -> int:
    """Run it."""
    get_ready()
    from kith.access.api import service_named, system_viewer
    from kith.ripples.api import propose_ripples

    viewer = system_viewer()
    service = service_named(viewer, given.service)
    done = propose_ripples(viewer=viewer, service_id=service.id, progress=say)
    counts = {
        "notes": done.notes, "read": done.read, "withheld": done.withheld, "proposed": done.proposed,
        "taken_back": done.taken_back, "people_forgotten": done.forgotten,
    }  # fmt: skip
    sys.stdout.write(json.dumps(counts, indent=1) + "\n" if given.format == "json" else _as_text(counts))
    return DONE


def _as_text(counts: dict[str, int]) -> str:
    return (
        "{notes:,} notes of clients who said yes; {read:,} new or corrected and now read, {withheld:,} withheld.\n"
        "{proposed:,} sentences proposed, {taken_back:,} taken back; {people_forgotten:,} people forgotten who no "
        "longer say yes.\n"
    ).format(**counts)
