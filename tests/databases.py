"""Databases for tests: words for the one the tests run on, and a fresh one for a command."""

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg


def words_for(url: str) -> str:
    """The database and its version, in words."""
    if url.startswith("sqlite"):
        return f"SQLite {sqlite3.sqlite_version}"
    with _server(url) as server:
        return f"PostgreSQL {server.info.server_version // 10_000}"


@contextlib.contextmanager
def a_database_of_its_own(url: str) -> Iterator[str]:
    """A fresh database beside the one named, dropped at the end."""
    if url.startswith("sqlite"):
        with tempfile.TemporaryDirectory(prefix="kith-database-") as folder:
            yield f"sqlite:///{Path(folder) / 'kith.sqlite3'}"
        return
    name = f"kith_{uuid4().hex}"
    with _server(url) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(url)._replace(path=f"/{name}").geturl()
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _server(url: str) -> psycopg.Connection:
    return psycopg.connect(urlsplit(url)._replace(path="/postgres").geturl(), autocommit=True)
