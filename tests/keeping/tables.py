"""How the tables of a database are made, in the database's own words."""

import sqlite3
import subprocess
from contextlib import closing

from tests.databases import a_database_of_its_own
from tests.postgres import programs

NOISE = ("\\restrict", "\\unrestrict", "--")


def tables_of(url: str) -> list[str]:
    """Tables, keys, indexes, sequences and whatever else its own tool lists of them."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as asked:
            return sorted(str(row[0]) for row in asked.execute("SELECT sql FROM sqlite_master"))
    return [line for line in _dumped(url).splitlines() if line and not line.startswith(NOISE)]


def tables_restored_by_its_own_tool(url: str) -> list[str]:
    """What `tables_of` says once the database's own tool has dumped and restored them.

    PostgreSQL writes some checks in other words, of the same meaning, when it reads its own for the first time.
    """
    if url.startswith("sqlite"):
        return tables_of(url)
    with a_database_of_its_own(url) as other:
        reading = [programs() / "psql", "-q", "-v", "ON_ERROR_STOP=1", other]
        subprocess.run(reading, input=_dumped(url), check=True, stdout=subprocess.DEVNULL, text=True)
        return tables_of(other)


def _dumped(url: str) -> str:
    return subprocess.run([programs() / "pg_dump", "-s", url], check=True, capture_output=True, text=True).stdout
