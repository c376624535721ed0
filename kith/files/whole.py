"""Writes a file whole or not at all."""

import os
from pathlib import Path

from kith.kernel.ids import new_id


def write_whole(path: Path, content: bytes) -> None:
    """Write beside, make sure it lies on the disk, then swap: a kill leaves the file before or the new one.

    Only the user who writes can read it. Raises OSError, with nothing left beside.
    """
    beside = path.with_name(f"{path.name}.{new_id()}.part")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def settle_folder(folder: Path) -> None:
    """Make sure that a rename in a folder lies on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
