"""Locks a workbook with a password, in both ways Excel does."""

import hashlib
import io
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from msoffcrypto.format.ooxml import OOXMLFile
from msoffcrypto.method.container.ecma376_encrypted import ECMA376Encrypted

_SALT, _VERIFIER = bytes(range(16)), bytes(range(16, 32))


def locked_agile(workbook: bytes, password: str) -> bytes:
    """As Excel 2010 and later do."""
    stream = io.BytesIO()
    OOXMLFile(io.BytesIO(workbook)).encrypt(password, stream)
    return stream.getvalue()


def locked_standard(workbook: bytes, password: str) -> bytes:
    """As Excel 2007 does: [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9, AES-128."""
    key = _standard_key(password)
    verifier, digest = _aes(key, _VERIFIER), _aes(key, hashlib.sha1(_VERIFIER).digest() + bytes(12))
    provider = "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16-le")
    header = struct.pack("<8I", 0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0) + provider
    lock = struct.pack("<HHII", 3, 2, 0x24, len(header)) + header
    lock += struct.pack("<I", 16) + _SALT + verifier + struct.pack("<I", 20) + digest
    package = struct.pack("<Q", len(workbook)) + _aes(key, workbook + bytes(-len(workbook) % 16))
    container = io.BytesIO()
    ECMA376Encrypted(package, lock).write_to(container)
    return container.getvalue()


def _standard_key(password: str) -> bytes:
    turned = hashlib.sha1(_SALT + password.encode("utf-16-le")).digest()
    for turn in range(50_000):
        turned = hashlib.sha1(struct.pack("<I", turn) + turned).digest()
    turned = hashlib.sha1(turned + struct.pack("<I", 0)).digest()
    return hashlib.sha1(bytes(0x36 ^ (turned[place] if place < 20 else 0) for place in range(64))).digest()[:16]


def _aes(key: bytes, plain: bytes) -> bytes:
    cipher = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
    return cipher.update(plain) + cipher.finalize()
