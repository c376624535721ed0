"""The key file: 32 random bytes in hexadecimal, which nobody else can read."""

import hashlib
import secrets

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kith.keeping.domain.errors import KeyFileError

BYTES = 32
PREFIX = "kith-backup-key:"


def new_key_text() -> str:
    """What a new key file holds."""
    return f"{PREFIX}{secrets.token_hex(BYTES)}\n"


def key_in(text: str, name: str) -> bytes:
    """The key that a key file holds. Raises KeyFileError."""
    said = text.strip()
    try:
        key = bytes.fromhex(said.removeprefix(PREFIX))
    except ValueError:
        key = b""
    if not said.startswith(PREFIX) or len(key) != BYTES:
        raise KeyFileError(f"{name} is not a key file. `kith backup-key` makes one.")
    return key


def name_of(key: bytes) -> bytes:
    """Eight bytes by which a backup says which key it needs, and which tell nothing of the key."""
    return hashlib.sha256(b"kith backup key name:" + key).digest()[:8]


def key_of_one_file(key: bytes, salt: bytes) -> bytes:
    """A key for one backup alone, so that the counters of two backups never meet (HKDF, RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=BYTES, salt=salt, info=b"kith backup").derive(key)
