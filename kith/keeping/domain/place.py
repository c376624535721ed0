"""What of the folder KITH_DATA belongs into a backup, and the names Kith itself needs while it makes one."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kith.keeping.domain.errors import BackupDamagedError

LOCK = "keeping.lock"
UNPACKED = "unpacked"
FILES = "files"
OPEN_RESTORE = "restore-is-open.json"
LAST_BACKUP = "last-backup.json"
NOT_KEPT = (LOCK, UNPACKED, OPEN_RESTORE, LAST_BACKUP)
HALF = ".part"
OF_SQLITE = ("", "-wal", "-shm", "-journal", ".copy", ".restored")


def kept_files(folder: Path, database: Path | None) -> Iterator[tuple[str, Path]]:
    """Each file that is kept, as its name within the folder and its path; never the database's own."""
    left_out = {database.with_name(database.name + end).resolve() for end in OF_SQLITE} if database else set()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        is_ours = name.parts[0] in NOT_KEPT or path.name.endswith(HALF)
        if not is_ours and path.is_file() and not path.is_symlink() and path.resolve() not in left_out:
            yield name.as_posix(), path


def check_name(name: str) -> PurePosixPath:
    """A file's name within the folder; one that leads out of it is refused."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts or path.parts[0] in NOT_KEPT:
        raise BackupDamagedError("The backup names a file outside Kith's folder. It is not one that Kith made.")
    return path
