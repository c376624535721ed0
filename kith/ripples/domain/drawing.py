"""A random draw that its seed makes again."""

import hashlib
from collections.abc import Iterable
from uuid import UUID

SENTENCES, NOTES = 200, 100


def draw_from(frame: Iterable[UUID], seed: str, most: int) -> list[UUID]:
    """At most so many of a frame, each as likely as any other, in the order they were drawn."""
    return sorted(frame, key=lambda each: hashlib.sha256(seed.encode() + each.bytes).digest())[:most]
