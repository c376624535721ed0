"""Encrypts a stream piece by piece, so that a piece changed, lost, moved or added is found.

AES-256-GCM by piece; the nonce is the piece's number and whether it is the last (the STREAM construction of Hoang,
Reyhanitabar, Rogaway and Vizár, CRYPTO 2015). The header is authenticated with every piece.
"""

import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kith.keeping.domain.errors import BackupDamagedError, KeyFileError
from kith.keeping.domain.keys import key_of_one_file, name_of

MAGIC = b"KITH BACKUP 1\n"
NAME_BYTES, SALT_BYTES, TAG_BYTES = 8, 16, 16
HEADER_BYTES = len(MAGIC) + NAME_BYTES + SALT_BYTES
PIECE = 1 << 20


class Sealer:
    """Writes what it is given to a file, encrypted. `close` writes the last piece: without it the file is not whole."""

    def __init__(self, file: BinaryIO, key: bytes) -> None:
        salt = os.urandom(SALT_BYTES)
        self._file, self._header = file, MAGIC + name_of(key) + salt
        self._cipher = AESGCM(key_of_one_file(key, salt))
        self._waiting, self._number = bytearray(), 0
        file.write(self._header)

    def write(self, data: bytes) -> None:
        """Take more; whole pieces go to the file."""
        self._waiting += data
        while len(self._waiting) > PIECE:
            self._put(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def close(self) -> None:
        """Write the last piece."""
        self._put(bytes(self._waiting), last=True)

    def _put(self, piece: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(nonce(self._number, last=last), piece, self._header))
        self._number += 1


def opened(file: BinaryIO, key: bytes) -> Iterator[bytes]:
    """The pieces of an encrypted file, in order. Raises BackupDamagedError, KeyFileError."""
    header = file.read(HEADER_BYTES)
    if not header.startswith(MAGIC) or len(header) < HEADER_BYTES:
        raise BackupDamagedError("This file is not a backup that Kith made.")
    if header[len(MAGIC) : len(MAGIC) + NAME_BYTES] != name_of(key):
        raise KeyFileError("The backup was made with another key file.")
    cipher = AESGCM(key_of_one_file(key, header[-SALT_BYTES:]))
    number, sealed = 0, file.read(PIECE + TAG_BYTES)
    while True:
        following = file.read(PIECE + TAG_BYTES)
        yield _open(cipher, number, sealed, header, last=not following)
        if not following:
            return
        number, sealed = number + 1, following


def nonce(number: int, *, last: bool) -> bytes:
    """Twelve bytes that no other piece of the file has."""
    return number.to_bytes(11) + bytes([last])


def _open(cipher: AESGCM, number: int, sealed: bytes, header: bytes, *, last: bool) -> bytes:
    try:
        return cipher.decrypt(nonce(number, last=last), sealed, header)
    except (InvalidTag, ValueError):
        raise BackupDamagedError("The backup is damaged: it was cut short or changed since it was made.")
