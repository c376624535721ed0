"""Makes and reads the key file."""

import os
from pathlib import Path

from django.conf import settings

from kith.keeping.domain.errors import KeyFileError
from kith.keeping.domain.keys import key_in, new_key_text

MOST = 1000


def make_key(path: Path) -> None:
    """A new key in a file that is not there yet, which nobody else can read. Raises KeyFileError."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(new_key_text())
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise KeyFileError(f"{path} is there already. A key that was used must not be lost: name another file.")
    except OSError as wrong:
        raise KeyFileError(f"{path} cannot be written: {wrong.strerror}.")


def read_key(path: Path) -> bytes:
    """The key of a key file outside KITH_DATA that only its owner can read. Raises KeyFileError."""
    if Path(settings.KITH_DATA).resolve() in path.resolve().parents:
        raise KeyFileError("The key file lies in KITH_DATA and would be lost with it. Keep it elsewhere.")
    try:
        with path.open() as file:
            others = os.fstat(file.fileno()).st_mode & 0o077
            text = file.read(MOST)
    except (OSError, UnicodeDecodeError) as wrong:
        raise KeyFileError(f"{path} cannot be read: {getattr(wrong, 'strerror', '') or 'it is not text'}.")
    if others:
        raise KeyFileError(f"Others can read {path}. Close it to them: chmod 600 {path}")
    return key_in(text, str(path))
