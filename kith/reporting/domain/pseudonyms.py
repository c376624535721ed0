"""Keyed pseudonyms: whole numbers that stand for ids in the store, and can be made again by who holds the key."""

import hmac
from uuid import UUID


class Pseudonyms:
    """Pseudonyms of one service, apart by kind of record; remembered, since one client has many records."""

    def __init__(self, secret: str, service_id: UUID) -> None:
        self._key = hmac.digest(secret.encode(), b"store:" + service_id.bytes, "sha256")
        self._made: dict[tuple[str, UUID], int] = {}

    def of(self, kind: str, record_id: UUID) -> int:
        """The pseudonym of one record: 63 bits of a keyed digest, so that it stays a plain number."""
        known = self._made.get((kind, record_id))
        if known is None:
            digest = hmac.digest(self._key, kind.encode() + record_id.bytes, "sha256")
            known = self._made[kind, record_id] = int.from_bytes(digest[:8], "big") >> 1
        return known
