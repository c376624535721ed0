"""kith set-areas: says in which small areas a service works."""

import json
import sys
from argparse import Namespace
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.files import read_file
from kith.cli.ready import get_ready
from kith.kernel.errors import KithError


class NoSuchPopulationError(KithError):
    """No file of people was brought in under that name."""


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "set-areas", run,
        "Say in which small areas a service works; the people who live there stand beside its clients.",
        "kith set-areas --service Northport --file areas.txt",
    )  # fmt: skip
    made.add_argument("--service", required=True, metavar="NAME", help="the service")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--file", metavar="FILE", help="codes of areas, one a line; a file without any sets none")
    which.add_argument("--population", metavar="NAME", help="every area of a file of people that was brought in")
    made.add_argument("--format", choices=["text", "json"], default="text", help="how the result is printed")


def run(given: Namespace) -> int:
    """Run it."""
    lines = read_file(given.file).decode("utf-8-sig", errors="replace").split() if given.file else []
    get_ready()
    from kith.access.api import service_named, system_viewer
    from kith.places.api import set_areas

    viewer = system_viewer()
    service = service_named(viewer, given.service)
    codes = _areas_of(given.population) if given.population else lines
    count = set_areas(viewer=viewer, service_id=service.id, codes=codes)
    if given.format == "json":
        sys.stdout.write(json.dumps({"service": service.name, "areas": count}) + "\n")
    else:
        sys.stdout.write(
            f"{service.name} works in {count:,} areas\n" if count else f"{service.name}: no areas are set\n"
        )
    return DONE


def _areas_of(name: str) -> tuple[str, ...]:
    from kith.places.api import areas_of, populations

    for each in populations():
        if each.name == name:
            return areas_of(each.id)
    held = ", ".join(each.name for each in populations()) or "none"
    raise NoSuchPopulationError(f"No file of people was brought in as '{name}'. There are: {held}.")
