"""kith reset-second-step: helps somebody whose telephone is lost, when no administrator can."""

import sys
from argparse import Namespace
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.ready import get_ready


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "reset-second-step", run,
        "Take away the second step of an account, end its sittings and any lock-out; a new one is set up at sign-in.",
        "kith reset-second-step j.firth@example.org",
    )  # fmt: skip
    made.add_argument("email", metavar="EMAIL", help="the e-mail address they sign in with")


def run(given: Namespace) -> int:
    """Run it."""
    get_ready()
    from kith.access.api import reset_second_step, system_viewer, user_with_email

    viewer = system_viewer()
    reset_second_step(viewer=viewer, user=user_with_email(viewer, given.email))
    sys.stdout.write(f"{given.email} sets up a new second step at the next sign-in.\n")
    return DONE
