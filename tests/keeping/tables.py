"""How the tables of a database are made, in the database's own words."""

import sqlite3
import subprocess
from contextlib import closing

from tests.postgres import programs

NOISE = ("\\restrict", "\\unrestrict", "--")


def tables_of(url: str) -> list[str]:
    """Tables, keys, indexes, sequences and whatever else its own tool lists of them."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as asked:
            return sorted(str(row[0]) for row in asked.execute("SELECT sql FROM sqlite_master"))
    dump = subprocess.run([programs() / "pg_dump", "-s", url], check=True, capture_output=True, text=True).stdout
    return [line for line in dump.splitlines() if line and not line.startswith(NOISE)]
