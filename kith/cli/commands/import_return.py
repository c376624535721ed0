"""kith import-return: takes the figures of a return that was submitted."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kith.cli.commands.report import day
from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.files import read_file
from kith.cli.ready import get_ready
from kith.kernel.days import Period


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "import-return", run,
        "Take the figures of a return that was submitted; the report of its period sets them beside Kith's.",
        "kith import-return return.xlsx --service Northport --from 2024-04-01 --to 2025-03-31 "
        "--return health-trainer-national --submitted 2025-04-30",
    )  # fmt: skip
    made.add_argument("file", metavar="FILE", help="the return, Excel or CSV: a line and its number on each row")
    made.add_argument("--service", required=True, metavar="NAME", help="the service")
    made.add_argument("--from", dest="first", required=True, type=day, metavar="D", help="first day, 2024-04-01")
    made.add_argument("--to", dest="last", required=True, type=day, metavar="D", help="last day, 2025-03-31")
    made.add_argument("--return", dest="profile", required=True, metavar="NAME", help="the return's profile")
    made.add_argument("--submitted", type=day, metavar="D", help="when it was submitted, where the file does not say")
    made.add_argument("--rounded-to", type=int, default=0, metavar="N", help="what its numbers were rounded to")
    made.add_argument("--format", choices=["text", "json"], default="text", help="how the result is printed")


def run(given: Namespace) -> int:
    """Run it."""
    content = read_file(given.file)
    period = Period(given.first, given.last)
    get_ready()
    from kith.access.api import service_named, system_viewer
    from kith.reporting.api import ReturnFile, import_return

    viewer = system_viewer()
    service = service_named(viewer, given.service)
    file = ReturnFile(Path(given.file).name, content, given.submitted, given.rounded_to)
    taken = import_return(viewer=viewer, service_id=service.id, period=period, profile=given.profile, file=file)
    if given.format == "json":
        sys.stdout.write(json.dumps(asdict(taken), default=str, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(_as_text(taken))
    return DONE


def _as_text(taken: Any) -> str:
    changed = "" if taken.changed else ", as before"
    lines = [f"Version {taken.version}{changed}: {taken.figures} figures"]
    if taken.version > 1:
        lines.append("Earlier versions are kept; the newest stands in the report.")
    if taken.submitted_on is None:
        lines.append("When it was submitted is not known, so late rows cannot be told. Say so with --submitted.")
    lines += [f"Not understood - row {each.row}, '{each.words}': {each.why}" for each in taken.not_understood]
    return "\n".join(lines) + "\n"
