"""A zip archive: whether it is small enough to be unpacked, and its parts."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from kith.files.errors import WorkbookLockedError, WorkbookUnpacksTooLargeError
from kith.files.limits import Limits
from kith.files.recognise import damaged

_CHUNK = 1 << 20
_OVERLAP = 16384
_ENTRY = b"PK\x01\x02"
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Archive:
    """A zip archive that was found small enough to be unpacked."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name = name
        if data.count(_ENTRY) > limits.parts:
            raise self._too_large(f"holds more than {limits.parts:,} files")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE as wrong:
            raise damaged(name) from wrong
        self._parts = {part.filename: part for part in self._zip.infolist() if not part.is_dir()}
        self._check_size(len(data), limits)
        if any(part.flag_bits & 1 for part in self._parts.values()):
            raise WorkbookLockedError(f"{name} is a zip locked with a password. Unpack it, and give what is inside.")

    def _check_size(self, packed: int, limits: Limits) -> None:
        unpacked = sum(part.file_size for part in self._parts.values())
        too_dense = unpacked > limits.ratio_matters_from and unpacked > packed * limits.ratio
        if unpacked > limits.unpacked_bytes or too_dense:
            raise self._too_large(f"unpacks from {packed / 1048576:.1f} MB to {unpacked / 1048576:.0f} MB")

    def _too_large(self, what: str) -> WorkbookUnpacksTooLargeError:
        return WorkbookUnpacksTooLargeError(
            f"{self.name} {what}, which no ordinary workbook does. It was not opened. "
            "Export it again, or ask who sent it."
        )

    @property
    def parts(self) -> list[str]:
        """The names of the files inside, in their order."""
        return list(self._parts)

    def has(self, part: str) -> bool:
        """Whether the archive holds a part."""
        return part in self._parts

    def size(self, part: str) -> int:
        """How many bytes a part unpacks to."""
        return self._parts[part].file_size

    def content(self, part: str) -> bytes:
        """A part's bytes. Raises WorkbookDamagedError."""
        try:
            return self._zip.read(part)
        except _UNREADABLE as wrong:
            raise damaged(self.name) from wrong

    def chunks(self, part: str, *, overlap: int = _OVERLAP) -> Iterator[bytes]:
        """A part's bytes in pieces; each begins with the last bytes of the one before."""
        tail = b""
        try:
            with self._zip.open(part) as stream:
                while piece := stream.read(_CHUNK):
                    yield tail + piece
                    tail = piece[len(piece) - min(overlap, len(piece)) :]
        except _UNREADABLE as wrong:
            raise damaged(self.name) from wrong
