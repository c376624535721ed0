"""Reading what the user names, and writing what the user asked for, whole or not at all."""

import sys
from glob import escape
from pathlib import Path

from kith.files.api import write_whole
from kith.kernel.errors import KithError


class FileTroubleError(KithError):
    """A file named on the command line cannot be read or written."""


def read_file(name: str) -> bytes:
    """The content of a file the user named."""
    try:
        return Path(name).read_bytes()
    except OSError as wrong:
        raise FileTroubleError(f"{name} cannot be read: {wrong.strerror}.")


def write_file(name: str, content: bytes) -> None:
    """Write a file whole or not at all; '-' is standard output."""
    if name == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    path = Path(name)
    try:
        for left in path.parent.glob(f"{escape(path.name)}.*.part"):
            left.unlink(missing_ok=True)  # of a run that was killed
        write_whole(path, content)
    except OSError as wrong:
        raise FileTroubleError(f"{name} cannot be written: {wrong.strerror}.")
