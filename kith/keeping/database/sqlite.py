"""SQLite: the file as of one moment, made by SQLite's own online copy; put back by one rename."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

from kith.files.api import settle_folder
from kith.keeping.domain.packing import BLOCK, Packer
from kith.kernel.errors import NotPossibleError

NAME = "database/sqlite"
COPY, RESTORED = ".copy", ".restored"


def database_file() -> Path:
    """The file of the database."""
    return Path(connection.settings_dict["NAME"])


def pack(packer: Packer) -> dict[str, Any]:
    """Copy the database into a backup; returns what the manifest says of it."""
    copy = _beside(COPY)
    _touch_closed(copy)
    try:
        with closing(_plain(database_file())) as live, closing(_plain(copy)) as target:
            live.backup(target)
        packer.add(NAME, _blocks(copy))
    finally:
        copy.unlink(missing_ok=True)
    return {}


def put_back(unpacked: Path, manifest: dict[str, Any]) -> None:
    """Let the unpacked file be the database from now on. Raises NotPossibleError while another process has it open."""
    del manifest
    database = database_file()
    connection.close()
    if database.exists():
        _check_nobody_has_it_open(database)
    restored = _beside(RESTORED)
    restored.unlink(missing_ok=True)
    database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _touch_closed(restored)
    with restored.open("wb") as file, (unpacked / NAME).open("rb") as source:
        while block := source.read(BLOCK):
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    restored.replace(database)
    settle_folder(database.parent)


def sweep() -> None:
    """Remove what a killed run left beside the database."""
    for end in (COPY, f"{COPY}-journal", RESTORED):
        _beside(end).unlink(missing_ok=True)


def check_nobody_else() -> None:
    """No other process may have the database open."""
    database = database_file()
    connection.close()
    if database.exists():
        _check_nobody_has_it_open(database)


def _check_nobody_has_it_open(database: Path) -> None:
    """Only who is alone may end write-ahead logging; what the log still held is then in the file."""
    try:
        with closing(_plain(database)) as alone:
            alone.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError:
        raise NotPossibleError("Kith is still running on this database. Stop it, then restore.")


def _beside(end: str) -> Path:
    database = database_file()
    return database.with_name(database.name + end)


def _touch_closed(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _plain(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=5)


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block
