"""Puts a backup in the place of what is there: checked whole first, and taken up again where it was cut short."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from kith.access.api import Viewer
from kith.audit.api import Deed, drop_strand, record
from kith.files.api import settle_folder, write_whole
from kith.glass.api import close_every_glass
from kith.keeping.actions.carry_over import withdraw_all_again, withdrawals
from kith.keeping.actions.check_backup import unpack
from kith.keeping.actions.holding import alone
from kith.keeping.database.sqlite import database_file
from kith.keeping.database.which import database, end_sittings, holds_records
from kith.keeping.domain.errors import PlaceNotEmptyError
from kith.keeping.domain.place import FILES, OPEN_RESTORE, UNPACKED, kept_files
from kith.keeping.permissions import check_user_may_keep
from kith.kernel.errors import NotPossibleError
from kith.kernel.ids import new_id


@dataclass(frozen=True)
class Restored:
    """What a restore put back: when the backup was made, how many entries, how many withdrawals were made again."""

    made_at: str
    entries: int
    withdrawn_again: int


def put_back(*, viewer: Viewer, path: Path, key: bytes, replace: bool, withdrawn: Sequence[dict[str, Any]]) -> Restored:
    """Database and files of a backup, in the place of what is there. `settle` must follow.

    Everything is checked before anything is changed. From then until `settle` has ended the deployment is marked, so
    that a restore cut short is begun again and nothing works on what is neither old nor new.
    Raises PlaceNotEmptyError, NotPossibleError, BackupDamagedError, KeyFileError.
    """
    check_user_may_keep(viewer)
    data = Path(settings.KITH_DATA)
    with alone(data):
        opened = open_restore(data)
        if not opened and not replace and holds_records():
            raise PlaceNotEmptyError(
                "This deployment holds records, and a restore would replace them all. "
                "If that is what you want, add --replace-what-is-there."
            )
        manifest = unpack(path, key, data / UNPACKED)
        _check_fits(manifest)
        database().check_nobody_else()
        if not opened:
            opened = {"withdrawn": _withdrawn_here(viewer)}
        opened["withdrawn"] += withdrawn
        write_whole(data / OPEN_RESTORE, json.dumps(opened).encode())
        settle_folder(data)
        drop_strand()
        database().put_back(data / UNPACKED, manifest)
        _put_files_back(data)
    return Restored(manifest["made_at"], len(manifest["entries"]), 0)


def settle(*, viewer: Viewer, restored: Restored) -> Restored:
    """After the tables were brought up to date, and under the secret that came back: end what `put_back` began."""
    data = Path(settings.KITH_DATA)
    with alone(data):
        end_sittings()
        again = withdraw_all_again(viewer, open_restore(data).get("withdrawn", []))
        close_every_glass(viewer=viewer)
        record(actor=viewer.actor, deed=Deed("restored", "backup", [new_id()]))
        (data / OPEN_RESTORE).unlink(missing_ok=True)
        settle_folder(data)
    return Restored(restored.made_at, restored.entries, again)


def open_restore(data: Path) -> dict[str, Any]:
    """What a restore that has not ended left to be done; empty where none is open."""
    try:
        found: dict[str, Any] = json.loads((data / OPEN_RESTORE).read_text())
    except FileNotFoundError:
        return {}
    return found


def _check_fits(manifest: dict[str, Any]) -> None:
    if manifest["vendor"] != connection.vendor:
        raise NotPossibleError(
            f"The backup is of a {manifest['vendor']} database, and DATABASE_URL names {connection.vendor}. "
            "Restore it into a database of its own kind."
        )
    known = set(MigrationLoader(None).disk_migrations)
    if unknown := [f"{app} {name}" for app, name in manifest["migrations"] if (app, name) not in known]:
        raise NotPossibleError(f"The backup was made by a newer Kith, which knows {unknown[-1]}. Install that first.")


def _withdrawn_here(viewer: Viewer) -> list[dict[str, Any]]:
    """What was withdrawn in the records that are about to be replaced; nothing where they cannot be read any more."""
    try:
        return withdrawals(viewer=viewer) if holds_records() else []
    except DatabaseError:
        return []


def _put_files_back(data: Path) -> None:
    """The files of the backup and no other, one rename each, so that it can be done again from the start."""
    files = data / UNPACKED / FILES
    own = database_file() if connection.vendor == "sqlite" else None
    for name, path in list(kept_files(data, own)):
        if not (files / name).exists():
            path.unlink()
    for path in [each for each in files.rglob("*") if each.is_file()]:
        place = data / path.relative_to(files)
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.replace(place)
        settle_folder(place.parent)
    shutil.rmtree(data / UNPACKED)
