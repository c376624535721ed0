"""Seals what must not be read from the database: the counts behind published numbers."""

import hmac
import json
import os
import zlib
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kith.reporting.domain.errors import SealBrokenError

NONCE_BYTES = 12


class Seal:
    """Of one service; its key is made from the installation's secret, which no database holds."""

    def __init__(self, secret: str, service_id: UUID) -> None:
        self._cipher = AESGCM(hmac.digest(secret.encode(), b"release:" + service_id.bytes, "sha256"))

    def close(self, said: Any) -> bytes:
        """Whatever JSON can say, sealed."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, zlib.compress(json.dumps(said).encode()), None)

    def open(self, sealed: bytes) -> Any:
        """What was sealed. Raises SealBrokenError."""
        try:
            plain = self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], None)
        except InvalidTag as error:
            raise SealBrokenError from error
        return json.loads(zlib.decompress(plain))
