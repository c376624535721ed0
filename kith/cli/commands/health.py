"""kith health: how the deployment is, for whoever runs it and for what watches it."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE, UNWELL
from kith.cli.ready import get_ready


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "health", run,
        "Say how the deployment is: database, tables, worker, seal, backup, disk; exit code 6 when one is not well.",
        "kith health",
    )  # fmt: skip
    made.add_argument("--format", choices=["text", "json"], default="text", help="how the findings are printed")


def run(given: Namespace) -> int:
    """Run it."""
    get_ready()
    from kith.keeping.api import health

    found = health()
    if given.format == "json":
        sys.stdout.write(json.dumps([asdict(each) for each in found]) + "\n")
    else:
        sys.stdout.writelines(f"{'well  ' if each.is_well else 'UNWELL'}  {each.name}: {each.says}\n" for each in found)
    return DONE if all(each.is_well for each in found) else UNWELL
