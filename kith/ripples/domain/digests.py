"""Keyed digests: the same words are known again, and nobody reads the words from them."""

import hmac
from uuid import UUID

TWICE_ONE_IN = 10


class Digests:
    """Digests of one service's notes, by a key that only this deployment holds."""

    def __init__(self, secret: str, service_id: UUID) -> None:
        self._key = hmac.digest(secret.encode(), b"notes:" + service_id.bytes, "sha256")

    def of_note(self, text: str, *, restricted: bool) -> str:
        """The digest of a whole note as it is read."""
        return self._of(b"note", f"{restricted}:{text}")

    def of_sentence(self, client_id: UUID, sentence: str) -> str:
        """The digest of one person's sentence, whatever its spaces and capitals."""
        return self._of(b"sentence:" + client_id.bytes, " ".join(sentence.casefold().split()))

    def seed(self, said: str) -> str:
        """A seed for a draw, the same whenever the draw is made again."""
        return self._of(b"seed", said)

    def is_read_twice(self, sentence_key: str) -> bool:
        """Whether a sentence is among the one in ten that two people read."""
        return int(self._of(b"twice", sentence_key)[:12], 16) % TWICE_ONE_IN == 0

    def _of(self, kind: bytes, text: str) -> str:
        return hmac.digest(self._key, kind + b":" + text.encode(), "sha256").hex()
