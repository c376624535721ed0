"""Which sentences a note says, and where."""

from uuid import UUID

from kith.ripples.domain.cues.words import sentences
from kith.ripples.domain.digests import Digests

Span = tuple[int, int]


def sentences_said(digests: Digests, client_id: UUID, text: str) -> dict[str, Span]:
    """Where each sentence of a plain note stands, by its keyed digest; of one that is said twice, the first."""
    said: dict[str, Span] = {}
    for start, end, sentence in sentences(text):
        said.setdefault(digests.of_sentence(client_id, sentence), (start, end))
    return said
