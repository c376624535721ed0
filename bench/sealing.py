"""Sealing the trail against writing it, on PostgreSQL."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

from bench.measured import Measured
from tests.postgres import cluster

ROWS, AT_ONCE, LIMIT = 100_000, 500, 5.0


def measure() -> list[Measured]:
    """The time of sealing all rows as a ratio of the time of inserting them, as a file that is taken writes them."""
    with cluster() as url, tempfile.TemporaryDirectory() as data:
        with_tables = f"{url.rsplit('/', 1)[0]}/postgres"
        env = {
            **os.environ, "DATABASE_URL": with_tables, "KITH_DATA": data,
            "DJANGO_SETTINGS_MODULE": "kith.config.settings",
        }  # fmt: skip
        command = [sys.executable, "-m", "bench.sealing", "measure"]
        told = subprocess.run(command, check=True, capture_output=True, text=True, env=env).stdout
    sealing, inserting = map(float, told.split()[-2:])
    return [Measured(f"sealing {ROWS:,} audit rows against inserting them", sealing / inserting, LIMIT)]


def _child() -> None:
    """Prints the seconds of sealing and of inserting."""
    from kith.cli.ready import get_ready

    get_ready(make=True)
    from kith.access.api import system_viewer
    from kith.audit.api import Deed, record_all, seal_rows
    from kith.kernel.ids import new_id

    actor = system_viewer().actor

    def insert() -> None:
        for _ in range(ROWS // AT_ONCE):
            deeds = [Deed("imported", "client", [new_id()], client_id=new_id()) for _ in range(AT_ONCE)]
            record_all(actor=actor, deeds=deeds)

    inserting, sealing = _timed(insert), _timed(seal_rows)
    print(sealing, inserting)


def _timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


if __name__ == "__main__" and sys.argv[1:]:
    _child()
