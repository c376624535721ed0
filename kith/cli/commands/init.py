"""kith init: makes the folder, the secret, the tables and the system's own actor."""

from argparse import Namespace
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.ready import get_ready, say


def add(commands: Any) -> None:
    """The command and its options."""
    described(
        commands, "init", run,
        "Make the folder named in KITH_DATA, a secret, the tables and a named system actor; again it changes nothing.",
        "kith init",
    )  # fmt: skip


def run(given: Namespace) -> int:
    """Run it."""
    del given
    get_ready(make=True)
    say("Kith is ready.")
    return DONE
