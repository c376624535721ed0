"""Reads a backup from end to end, and unpacks it where it is to be restored."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kith.keeping.domain.cipher import opened
from kith.keeping.domain.errors import BackupPlaceError
from kith.keeping.domain.packing import Unpacker
from kith.keeping.domain.place import FILES, check_name


def check_backup(*, path: Path, key: bytes) -> dict[str, Any]:
    """What the backup's manifest says, after every byte of it was found to be as written."""
    return _read(path, key, None)


def unpack(path: Path, key: bytes, folder: Path) -> dict[str, Any]:
    """The same, with every entry written under a folder."""
    return _read(path, key, folder)


def _read(path: Path, key: bytes, folder: Path | None) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            unpacker = Unpacker(opened(file, key))
            for name, blocks in unpacker.entries():
                check_name(name)
                if folder is not None:
                    _write(folder / name, blocks, stays=name.startswith(f"{FILES}/"))
    except OSError as wrong:
        raise BackupPlaceError(f"{wrong.filename or path} cannot be read or written: {wrong.strerror}.")
    return unpacker.manifest


def _write(path: Path, blocks: Iterator[bytes], *, stays: bool) -> None:
    """A file that is to be renamed to its place must be on the disk before; a table is only read from here."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for block in blocks:
            file.write(block)
        if stays:
            file.flush()
            os.fsync(file.fileno())
