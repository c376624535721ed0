"""Entries in a stream: each a name with its bytes, and at the end a manifest of what must be there."""

import hashlib
import json
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from kith.keeping.domain.errors import BackupDamagedError

LENGTH = struct.Struct(">I")
BLOCK = 1 << 18
MOST_OF_A_NAME = 4096
MANIFEST = "manifest"


class Sink(Protocol):
    """Whatever takes bytes."""

    def write(self, data: bytes) -> object:
        """Take more."""


@dataclass(frozen=True)
class Entry:
    """What the manifest says of one entry."""

    bytes: int
    sha256: str


class Packer:
    """Writes entries, packed, to a sink, and remembers the hash of each."""

    def __init__(self, sink: Sink) -> None:
        self._sink, self._packing = sink, zlib.compressobj(1)
        self.entries: dict[str, Entry] = {}

    def add(self, name: str, blocks: Iterable[bytes]) -> None:
        """One entry."""
        digest, size = hashlib.sha256(), 0
        self._head(name)
        for block in regular(blocks):
            digest.update(block)
            size += len(block)
            self._write(LENGTH.pack(len(block)))
            self._write(block)
        self._write(LENGTH.pack(0))
        self.entries[name] = Entry(size, digest.hexdigest())

    def close(self, facts: dict[str, Any]) -> None:
        """The manifest: facts of the whole, and each entry with its size and hash."""
        entries = {name: [entry.bytes, entry.sha256] for name, entry in self.entries.items()}
        content = json.dumps({**facts, "entries": entries}).encode()
        self._head(MANIFEST)
        self._write(LENGTH.pack(len(content)))
        self._write(content)
        self._write(LENGTH.pack(0))
        self._sink.write(self._packing.flush())

    def _head(self, name: str) -> None:
        said = name.encode()
        self._write(LENGTH.pack(len(said)))
        self._write(said)

    def _write(self, data: bytes) -> None:
        packed = self._packing.compress(data)
        if packed:
            self._sink.write(packed)


def regular(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in blocks of a usual size: a database gives its rows one by one."""
    waiting: list[bytes] = []
    size = 0
    for block in blocks:
        waiting.append(block)
        size += len(block)
        if size >= BLOCK:
            yield b"".join(waiting)
            waiting, size = [], 0
    if size:
        yield b"".join(waiting)


class Unpacker:
    """Reads entries one after the other; `manifest` is there after the last, and was compared with what came."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces, self._unpacking = iter(pieces), zlib.decompressobj()
        self._buffer, self._at = b"", 0
        self._came: dict[str, Entry] = {}
        self.manifest: dict[str, Any] = {}

    def entries(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Each name with its blocks, which must be read before the next. Raises BackupDamagedError."""
        while (name := self._name()) != MANIFEST:
            blocks = self._blocks(name)
            yield name, blocks
            for _unread in blocks:
                pass
        self.manifest = json.loads(b"".join(self._plain_blocks()))
        for _nothing in self._pieces:  # the last piece must have come, or the file was cut short
            pass
        self._compare()

    def _compare(self) -> None:
        said = {name: Entry(size, sha256) for name, (size, sha256) in self.manifest["entries"].items()}
        if said != self._came:
            raise BackupDamagedError("The backup is damaged: what it holds is not what its list says.")

    def _name(self) -> str:
        (length,) = LENGTH.unpack(self._read(LENGTH.size))
        if not 0 < length <= MOST_OF_A_NAME:
            raise BackupDamagedError("The backup is damaged: an entry has no name.")
        return self._read(length).decode()

    def _blocks(self, name: str) -> Iterator[bytes]:
        digest, size = hashlib.sha256(), 0
        for block in self._plain_blocks():
            digest.update(block)
            size += len(block)
            yield block
        self._came[name] = Entry(size, digest.hexdigest())

    def _plain_blocks(self) -> Iterator[bytes]:
        while (length := LENGTH.unpack(self._read(LENGTH.size))[0]) != 0:
            yield self._read(length)

    def _read(self, size: int) -> bytes:
        taken = self._buffer[self._at : self._at + size]
        self._at += len(taken)
        if len(taken) == size:
            return taken
        parts, missing = [taken], size - len(taken)
        while missing:
            self._fill()
            part = self._buffer[:missing]
            self._at = len(part)
            missing -= len(part)
            parts.append(part)
        return b"".join(parts)

    def _fill(self) -> None:
        self._buffer, self._at = b"", 0
        while not self._buffer:
            piece = next(self._pieces, None)
            if piece is None:
                raise BackupDamagedError("The backup is damaged: it ends too early.")
            self._buffer = self._unpacking.decompress(piece)
