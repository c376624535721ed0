"""One backup or restore at a time, and the leftovers of a killed one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from kith.keeping.database.which import database
from kith.keeping.domain.place import LAST_BACKUP, LOCK, OPEN_RESTORE, UNPACKED
from kith.kernel.errors import NotPossibleError

PART = ".kith-part"


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Nobody else makes or restores a backup of this deployment; what a killed run left is removed first."""
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (data / LOCK).open("w") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise NotPossibleError("A backup or restore is running. Wait until it has ended.")
        shutil.rmtree(data / UNPACKED, ignore_errors=True)
        for name in (LAST_BACKUP, OPEN_RESTORE):
            for left in data.glob(f"{name}.*.part"):
                left.unlink(missing_ok=True)
        database().sweep()
        yield


def sweep_parts(folder: Path) -> None:
    """Remove half-written backups whose writer is gone: a living writer holds a lock on his."""
    for part in folder.glob(f"*{PART}"):
        with part.open("rb") as file:
            try:
                flock(file, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                continue
            part.unlink(missing_ok=True)
