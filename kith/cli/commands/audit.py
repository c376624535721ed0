"""kith audit verify: seals the audit and checks that nobody touched it."""

import json
import sys
from argparse import Namespace
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE, TAMPERED
from kith.cli.ready import get_ready


def add(commands: Any) -> None:
    """The command and its options."""
    audit = commands.add_parser("audit", help="Check the audit.", description="Check the audit.")
    made = described(
        audit.add_subparsers(metavar="COMMAND", required=True), "verify", run,
        "Seal the audit rows written so far, then check every row and every seal; exit code 5 when one was touched.",
        "kith audit verify",
    )  # fmt: skip
    made.add_argument("--format", choices=["text", "json"], default="text", help="how the verdict is printed")


def run(given: Namespace) -> int:
    """Run it."""
    get_ready()
    from kith.audit.api import seal_rows, verify

    seal_rows()
    verdict = verify()
    if given.format == "json":
        told = {"rows": verdict.rows, "seals": verdict.seals, "faults": list(verdict.faults),
                "notes": list(verdict.notes)}  # fmt: skip
        sys.stdout.write(json.dumps(told) + "\n")
    else:
        ending = "nothing was touched" if not verdict.faults else _counted(len(verdict.faults), "fault")
        head = f"{_counted(verdict.rows, 'row')} in {_counted(verdict.seals, 'seal')}: {ending}"
        sys.stdout.write("\n".join([head, *verdict.faults, *verdict.notes, ""]))
    return TAMPERED if verdict.faults else DONE


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"
