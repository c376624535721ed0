"""Whether words say that something was done of late, or is so now."""

from collections.abc import Sequence
from itertools import pairwise

_SIGNS_TEXT = "now since again finally been longer"
_SIGNS = frozenset(_SIGNS_TEXT.split())
_DONE_TEXT = """
got gone taken made given found begun become left lost won sold put set let cut come done seen said told kept held stood
sent paid brought bought taught fallen risen grown shut spoken written broken driven eaten met gained run swum thrown
"""
_DONE = frozenset(_DONE_TEXT.split())


def is_news(said: Sequence[str]) -> bool:
    """Whether something is said to have been done, or to be so now: 'has an interview' is neither."""
    return not _SIGNS.isdisjoint(said) or any(
        one in ("has", "have") and (other in _DONE or other.endswith("ed")) for one, other in pairwise(said)
    )
