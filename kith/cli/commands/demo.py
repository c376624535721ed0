"""kith demo: a made-up service with a year of work, served on this machine."""

import os
from argparse import Namespace
from pathlib import Path
from typing import Any

from kith.cli.commands.serve import serve
from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.ready import get_ready, say
from kith.kernel.errors import NotPossibleError

FOLDER = "demo-data"


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "demo", run,
        "Load a made-up service with a year of work, print a sign-in for each role, and serve it.",
        "kith demo",
    )  # fmt: skip
    made.add_argument("--port", default=8000, type=int, help="the port to listen on")
    made.add_argument("--no-serve", action="store_true", help="load and print the sign-ins only")


def run(given: Namespace) -> int:
    """Run it."""
    _settle_environment()
    get_ready(make=True)
    for line in _load():
        say(line)
    return DONE if given.no_serve else serve("127.0.0.1", given.port, 2)


def _load() -> list[str]:
    try:
        from kith.nonprod.api import load_demo
    except ModuleNotFoundError:
        raise NotPossibleError("The demonstration is not part of this installation. Run it from a copy of the source.")
    return load_demo(progress=say)


def _settle_environment() -> None:
    """Where nothing is set, the demo lives in a folder of its own."""
    folder = Path.cwd() / FOLDER
    os.environ["KITH_DEMO"] = "yes"
    os.environ["KITH_DEPRIVATION_INDEX"] = "demo-areas"
    os.environ.setdefault("KITH_DATA", str(folder))
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/demo.sqlite3")
