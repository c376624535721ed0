"""kith report: the account of a service's work for a period."""

import datetime as dt
from argparse import ArgumentTypeError, Namespace
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.files import write_file
from kith.cli.ready import get_ready, say
from kith.kernel.days import Period
from kith.kernel.definitions import DefinitionWrongError

FORMS = ("json", "html", "pdf", "xlsx", "csv")


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "report", run,
        "Write the report of a service for a period, both days included; reads new notes and refreshes the figures "
        "first.",
        "kith report --service Northport --from 2024-04-01 --to 2025-03-31 --audience service "
        "--format json --output report.json",
    )  # fmt: skip
    made.add_argument("--service", required=True, metavar="NAME", help="the service")
    made.add_argument("--from", dest="first", required=True, type=day, metavar="D", help="first day, 2024-04-01")
    made.add_argument("--to", dest="last", required=True, type=day, metavar="D", help="last day, 2025-03-31")
    made.add_argument(
        "--audience",
        choices=["service", "commissioner"],
        required=True,
        help="who will read it; the commissioner's is of whole months",
    )
    made.add_argument("--format", choices=FORMS, required=True, help="pdf, html, xlsx, csv or json")
    made.add_argument("--output", default="-", metavar="FILE", help="where to; standard output unless named")


def run(given: Namespace) -> int:
    """Run it."""
    period = Period(given.first, given.last)
    get_ready()
    from kith.access.api import service_named, system_viewer
    from kith.reporting.api import refresh, report, report_file
    from kith.ripples.api import propose_ripples

    viewer = system_viewer()
    service = service_named(viewer, given.service)
    say("Reading new notes")
    try:
        propose_ripples(viewer=viewer, service_id=service.id, progress=say)
    except DefinitionWrongError as wrong:
        say(wrong.sentence)
    say("Refreshing the figures")
    refresh(viewer, service)
    say("Counting")
    made = report(viewer, service, period, given.audience, form=given.format)
    write_file(given.output, report_file(made, given.format))
    return DONE


def day(text: str) -> dt.date:
    """A day as it is typed, 2024-04-01 or 01/04/2024."""
    for style in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return dt.datetime.strptime(text, style).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    raise ArgumentTypeError(f"'{text}' is not a day. Write it as 2024-04-01.")
