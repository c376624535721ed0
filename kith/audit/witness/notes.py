"""How far each strand has come: one small file a strand, which is also its writer's lock."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kith.audit.domain.digest import FIRST

LONG = 20 + 1 + 64 + 1


@dataclass(frozen=True, slots=True)
class End:
    """The last place of a strand and the digest of the row there."""

    place: int = 0
    mac: str = FIRST


class Note:
    """The file of one strand. Whoever holds it writes the strand; the machine takes it from a killed writer."""

    def __init__(self, file: int) -> None:
        self._file = file

    @classmethod
    def held(cls, folder: Path, strand: int) -> "Note | None":
        """Take the file of a strand; None while another writer has it."""
        file = os.open(_path(folder, strand), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return None
        return cls(file)

    def read(self) -> End:
        """What was noted last."""
        return _end(os.pread(self._file, LONG, 0))

    def write(self, end: End) -> None:
        """Note how far the strand has come; always as long as before, so that it is never cut short."""
        os.pwrite(self._file, f"{end.place:020d} {end.mac}\n".encode(), 0)

    def let_go(self) -> None:
        """Let another writer have the strand."""
        os.close(self._file)


def noted(folder: Path) -> dict[int, End]:
    """How far each strand had come when its writer last noted it."""
    return dict(_noted(folder))


def _noted(folder: Path) -> Iterator[tuple[int, End]]:
    for path in folder.glob("strand-*"):
        with contextlib.suppress(FileNotFoundError):
            yield int(path.name.removeprefix("strand-")), _end(path.read_bytes())


def _path(folder: Path, strand: int) -> Path:
    return folder / f"strand-{strand:04d}"


def _end(content: bytes) -> End:
    """A file still empty, or spoiled when the machine lost its power, is a witness of nothing."""
    place, _, mac = content.decode(errors="replace").strip().partition(" ")
    return End(int(place), mac) if place.isdecimal() and len(mac) == len(FIRST) else End()
