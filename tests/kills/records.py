"""Every row of a database as of one moment, and how one moment differs from another."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from typing import Any

import psycopg

from tests.deployments import LISTED

Records = Mapping[str, Counter[str]]
"""Each table's rows, in words."""
Change = Counter[tuple[str, str]]
"""How many rows were added to a table or went from it: a row changed did both."""

NOTHING: Change = Counter()
OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
LOOKS = 20_000


def records_of(url: str) -> Records:
    """What a database holds, once a killed process is gone from it."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as asked:
            asked.execute("BEGIN")
            return _read(asked, LISTED["sqlite"])
    with closing(psycopg.connect(url, autocommit=True)) as asked:
        _wait_until_alone(asked)
        asked.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        return _read(asked, LISTED["postgresql"])


def change(before: Records, after: Records) -> Change:
    """What came and what went."""
    found: Change = Counter()
    for table in {*before, *after}:
        was, is_now = before.get(table, Counter()), after.get(table, Counter())
        found[table, "added"] = (is_now - was).total()
        found[table, "gone"] = (was - is_now).total()
    return +found


def added(**tables: int) -> Change:
    """So many rows were added to each table, and nothing else happened."""
    return Counter({(table, "added"): rows for table, rows in tables.items()})


def _read(asked: Any, listed: str) -> Records:
    tables = sorted(row[0] for row in asked.execute(listed).fetchall())
    return {table: Counter(map(repr, asked.execute(f"SELECT * FROM {table}").fetchall())) for table in tables}


def _wait_until_alone(asked: psycopg.Connection) -> None:
    """A server works on what a killed client had asked, a commit included, until it notices that nobody is there."""
    for _look in range(LOOKS):
        if asked.execute(OTHERS).fetchone() == (0,):
            return
    raise AssertionError("The process that was killed is still connected.")
