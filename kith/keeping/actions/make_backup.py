"""Makes a backup: database, files and store of one moment, in one encrypted file."""

import datetime as dt
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.db import connection

from kith.access.api import Viewer
from kith.audit.api import WITNESS, Deed, record
from kith.files.api import settle_folder, write_whole
from kith.keeping.actions.holding import PART, alone, sweep_parts
from kith.keeping.database.sqlite import database_file
from kith.keeping.database.which import applied_migrations, database
from kith.keeping.domain.cipher import Sealer
from kith.keeping.domain.errors import BackupPlaceError
from kith.keeping.domain.packing import BLOCK, Packer
from kith.keeping.domain.place import FILES, LAST_BACKUP, kept_files
from kith.keeping.permissions import check_user_may_keep
from kith.kernel.days import now
from kith.kernel.ids import new_id

END = ".kithbackup"


@dataclass(frozen=True)
class Made:
    """A backup that was made: where, how large, of how many entries, and when."""

    path: Path
    bytes: int
    entries: int
    made_at: dt.datetime


def make_backup(*, viewer: Viewer, target: Path, key: bytes) -> Made:
    """Write a backup to a file that is not there yet, or into a folder under a name with the moment in it.

    Whole or not at all. Raises NotAllowedError, NotPossibleError, BackupPlaceError.
    """
    check_user_may_keep(viewer)
    data, made_at = Path(settings.KITH_DATA), now()
    path = target / f"kith-{made_at:%Y%m%dT%H%M%SZ}{END}" if target.is_dir() else target
    _check_place(path, data)
    with alone(data):
        sweep_parts(path.parent)
        part = path.with_name(f"{path.name}{PART}")
        try:
            with _only_ours(part) as file:
                flock(file, LOCK_EX)
                entries = _write(file, key, made_at)
                record(actor=viewer.actor, deed=Deed("backed up", "backup", [new_id()]))
                part.replace(path)
        except OSError as wrong:
            part.unlink(missing_ok=True)
            raise BackupPlaceError(f"The backup cannot be written to {path.parent}: {wrong.strerror}.")
        settle_folder(path.parent)
        made = Made(path, path.stat().st_size, entries, made_at)
        write_whole(data / LAST_BACKUP, json.dumps({"made_at": made_at.isoformat(), "bytes": made.bytes}).encode())
    return made


def _check_place(path: Path, data: Path) -> None:
    if path.exists():
        raise BackupPlaceError(f"{path} is there already. Name a file that is not, or a folder.")
    if not path.parent.is_dir():
        raise BackupPlaceError(f"The folder {path.parent} is not there. Make it first.")
    if data.resolve() in path.resolve().parents:
        raise BackupPlaceError("The backup would lie in KITH_DATA, beside what it is a copy of. Name another place.")


def _only_ours(part: Path) -> BinaryIO:
    return os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def _write(file: BinaryIO, key: bytes, made_at: dt.datetime) -> int:
    """The stores stand still from before the database is read until the files are."""
    from kith.reporting.api import stores_held  # half of a restore's start, which needs none of it

    sealer = Sealer(file, key)
    packer = Packer(sealer)
    data = Path(settings.KITH_DATA)
    with stores_held(data) as stores:
        migrations = applied_migrations()
        _pack_witness(packer, data)
        facts: dict[str, Any] = database().pack(packer)
        _pack_files(packer, data, stores)
    facts |= {"made_at": made_at.isoformat(), "vendor": connection.vendor, "migrations": migrations}
    packer.close(facts)
    sealer.close()
    file.flush()
    os.fsync(file.fileno())
    return len(packer.entries)


def _pack_witness(packer: Packer, data: Path) -> None:
    """Before the database, so that what is put back holds at least the rows its witness saw."""
    for path in sorted((data / WITNESS).rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                packer.add(f"{FILES}/{path.relative_to(data).as_posix()}", _blocks(file))


def _pack_files(packer: Packer, data: Path, stores: frozenset[str]) -> None:
    own = database_file() if connection.vendor == "sqlite" else None
    for name, path in kept_files(data, own):
        parts = Path(name).parts
        if parts[0] == WITNESS:
            continue
        if len(parts) > 2 and parts[0] == "store" and parts[1] not in stores | {"compiled"}:
            continue  # a service's first store, begun after the others were held
        try:
            file = path.open("rb")
        except FileNotFoundError:
            continue  # an upload that was taken meanwhile
        with file:
            packer.add(f"{FILES}/{name}", _blocks(file))


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    while block := file.read(BLOCK):
        yield block
