"""The pages a trainer lives in: on PostgreSQL, at 1,000 and at 100,000 clients, and against the bare framework."""

import os
import subprocess
import sys
import tempfile

from bench.measured import Measured
from tests.postgres import cluster

SMALL, LARGE = 1_000, 100_000
PAGES = ("caseload", "client")
QUERIES = {"caseload": 8, "client": 16}
GROWTH, BARE = 1.3, 3.0


def measure() -> list[Measured]:
    """Queries a page, its time at the large size against the small, a list against the bare framework's."""
    with cluster() as url, tempfile.TemporaryDirectory() as data:
        small, large = (_told(url, data, size) for size in (SMALL, LARGE))
    measured = [
        Measured(f"queries of the {page} page at {LARGE:,} clients", large[f"{page} queries"], QUERIES[page], "queries")
        for page in PAGES
    ]
    measured += [
        Measured(f"time of the {page} page at {LARGE:,} clients against {SMALL:,}", large[page] / small[page], GROWTH)
        for page in PAGES
    ]
    return [*measured, Measured("a list of 25 clients against the bare framework's", large["against bare"], BARE)]


def _told(url: str, data: str, size: int) -> dict[str, float]:
    """What a process of its own measures at one size, in a database of its own."""
    env = {
        **os.environ, "DATABASE_URL": _database(url, f"bench_{size}"), "KITH_DATA": data, "KITH_HTTPS": "no",
        "KITH_HOSTS": "testserver",
        "DJANGO_SETTINGS_MODULE": "kith.config.settings",
    }  # fmt: skip
    command = [sys.executable, "-m", "bench.pages_at_size", str(size)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=env)
    return {name: float(figure) for name, figure in (line.rsplit("=", 1) for line in done.stdout.split("\n") if line)}


def _database(url: str, name: str) -> str:
    import psycopg

    server = url.rsplit("/", 1)[0]
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"
