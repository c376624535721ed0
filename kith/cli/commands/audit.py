"""kith audit verify: seals the audit and checks that nobody touched it; kith audit settle: why it is older."""

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
    commands = audit.add_subparsers(metavar="COMMAND", required=True)
    made = described(
        commands, "verify", run,
        "Seal the audit rows written so far, then check every row and every seal; exit code 5 when one was touched.",
        "kith audit verify",
    )  # fmt: skip
    made.add_argument("--format", choices=["text", "json"], default="text", help="how the verdict is printed")
    settling = described(
        commands, "settle", run_settle,
        "Say why the database is older than KITH_DATA, as after putting back a disk or a copy by other means than "
        "kith restore. What is missing is no fault from then on; every check tells of it and of the reason.",
        'kith audit settle --reason "The disk failed on 3 May; the copy of the night before was put back."',
    )  # fmt: skip
    settling.add_argument("--reason", required=True, metavar="TEXT", help="why, in a sentence that names no client")


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


def run_settle(given: Namespace) -> int:
    """Settle."""
    get_ready()
    from kith.access.api import system_viewer
    from kith.audit.api import settle

    lost = settle(actor=system_viewer().actor, reason=given.reason).lost
    sys.stdout.write(f"Settled: {_counted(lost.rows, 'row')} and {_counted(len(lost.seals), 'seal')} not there\n")
    return DONE


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"
