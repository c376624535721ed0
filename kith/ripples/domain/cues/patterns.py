"""Every cue as a pattern of words."""

from dataclasses import dataclass
from itertools import product
from typing import Any

GAP = ".."
_A_PAIR = 2
_NOTHING_MORE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of saying something: the words, what kind of mark they make, and what it carries.

    A pattern of more than a pair `needs` all its words but the first; `taken` of them are read with it. What stands
    `aside` may turn out to be nothing, and hides no other entry.
    """

    pattern: tuple[str, ...]
    kind: str
    carries: Any
    length: int = 0
    needs: frozenset[str] = frozenset()
    gapped: bool = False
    taken: int = 0
    aside: bool = False


def spelt_out(entry: Entry, left_out: frozenset[str]) -> list[Entry]:
    """Each choice of `one|other` as an entry of its own, without the words that only point.

    Several words of which one only is left would find far more than was meant, and are not looked for.
    """
    choices = product(*(part.split("|") for part in entry.pattern))
    made = [tuple(part for part in each if part and part not in left_out) for each in choices]
    return [_measured(entry, each) for each in made if len(each) > 1 or (each and len(entry.pattern) == 1)]


def rarest(pattern: tuple[str, ...]) -> str:
    """The longest word is the rarest: without it the others need not be looked at."""
    return max(pattern, key=lambda part: (len(part), part))


def _measured(entry: Entry, pattern: tuple[str, ...]) -> Entry:
    """The entry for one of its patterns. `taken` are the words read with it: up to its first gap, within which others
    may be found.
    """
    words = [part for part in pattern if part != GAP]
    gapped = GAP in pattern
    taken = pattern.index(GAP) if gapped else len(words)
    needs = frozenset(words[1:]) if gapped or len(words) > _A_PAIR else _NOTHING_MORE
    return Entry(pattern, entry.kind, entry.carries, len(words), needs, gapped, taken, entry.aside)
