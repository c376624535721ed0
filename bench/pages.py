"""The pages a trainer lives in: on PostgreSQL, at 1,000 and at 100,000 clients, and against the bare framework."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measured import Measured
from tests.postgres import cluster

SMALL, LARGE = 1_000, 100_000
PAGES = ("caseload", "client")
QUERIES = {"caseload": 8, "client": 16}
GROWTH, BARE, LOCK = 1.3, 3.0, 1.3
TIMES = 61


def measure() -> list[Measured]:
    """Queries a page, its time against that of the small size, of the bare framework and without the second lock."""
    with cluster() as url, tempfile.TemporaryDirectory() as data:
        small, large = (AtSize(url, Path(data), size) for size in (SMALL, LARGE))
        queries = {page: large.ask(f"queries {page}") for page in PAGES}
        growth = {page: _ratio(large, page, small, page) for page in PAGES}
        bare = _ratio(small, "unlocked caseload", small, "bare")
        lock = {page: _ratio(large, page, large, f"unlocked {page}") for page in PAGES}
        small.end()
        large.end()
    return [
        *(Measured(f"queries of the {page} page at {LARGE:,} clients", queries[page], QUERIES[page], "queries")
          for page in PAGES),
        *(Measured(f"time of the {page} page at {LARGE:,} clients against {SMALL:,}", growth[page], GROWTH)
          for page in PAGES),
        *(Measured(f"time of the {page} page against the same without the second lock", lock[page], LOCK)
          for page in PAGES),
        Measured("a list of 25 clients against the bare framework's, both without the second lock", bare, BARE),
    ]  # fmt: skip


class AtSize:
    """A process with a database of one size, that answers how long a page takes."""

    def __init__(self, url: str, data: Path, size: int) -> None:
        env = {
            **os.environ, "DATABASE_URL": _database(url, f"bench_{size}"), "KITH_DATA": str(data / str(size)),
            "KITH_NO_SECOND_STEP_BECAUSE": "a benchmark signs in without one",
            "KITH_HTTPS": "no", "KITH_HOSTS": "testserver", "DJANGO_SETTINGS_MODULE": "kith.config.settings",
        }  # fmt: skip
        command = [sys.executable, "-m", "bench.pages_at_size", str(size)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
        self.ask("caseload")

    def ask(self, question: str) -> float:
        """Send a question, read the figure."""
        if not self.process.stdin or not self.process.stdout:
            raise RuntimeError("The process has no pipes.")
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def end(self) -> None:
        """Let the process go."""
        self.process.communicate(timeout=30)


def _ratio(one: AtSize, page: str, other: AtSize, against: str) -> float:
    """The median ratio of pairs asked in turn."""
    for _ in range(5):
        one.ask(page), other.ask(against)
    return statistics.median(one.ask(page) / other.ask(against) for _ in range(TIMES))


def _database(url: str, name: str) -> str:
    import psycopg

    server = url.rsplit("/", 1)[0]
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"
