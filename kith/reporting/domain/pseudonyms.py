"""Keyed pseudonyms: whole numbers that stand for ids in the store, and can be made again by who holds the key."""

import hmac
from uuid import UUID

# Kinds of which many records speak: their pseudonyms are remembered. Of the others there may be millions.
MENTIONED_OFTEN = ("client", "worker", "seat", "case", "change")


class Pseudonyms:
    """Pseudonyms of one service, apart by kind of record."""

    def __init__(self, secret: str, service_id: UUID) -> None:
        self._key = hmac.digest(secret.encode(), b"store:" + service_id.bytes, "sha256")
        self._made: dict[str, dict[int, int]] = {kind: {} for kind in MENTIONED_OFTEN}

    def of(self, kind: str, record_id: UUID) -> int:
        """The pseudonym of one record."""
        made, number = self._made.get(kind), record_id.int
        if made is None:
            return self._new(kind, number)
        if number not in made:
            made[number] = self._new(kind, number)
        return made[number]

    def _new(self, kind: str, number: int) -> int:
        """63 bits of a keyed digest, so that it stays a plain number; the store checks that no two are alike."""
        digest = hmac.digest(self._key, kind.encode() + number.to_bytes(16, "big"), "sha256")
        return int.from_bytes(digest[:8], "big") >> 1
