"""Every cue as a pattern of words, and finding them in a sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from kith.ripples.domain.cues.spelling import Spelling

GAP = ".."
_GAP_AT_MOST = 3
_REMEMBERED = 100_000
_STOPS = frozenset(',;:()"?-\u2013\u2014')


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of saying something: the words, what kind of mark they make, and what it carries."""

    pattern: tuple[str, ...]
    kind: str
    carries: Any
    length: int = field(default=0)


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry found: between which words of the sentence it stands."""

    start: int
    end: int
    kind: str
    carries: Any


@dataclass(slots=True)
class _Known:
    """What one word may be: the pattern words it satisfies, and the entries it may begin, longest first."""

    fits: frozenset[str]
    begins: tuple[Entry, ...]


class Lexicon:
    """All entries, found in one pass; the longest at a place goes before shorter ones."""

    def __init__(self, entries: Iterable[Entry], left_out: frozenset[str], real: Iterable[str]) -> None:
        """`left_out` are words no pattern is asked to hold; `real` are never taken for misspellings."""
        self._begin: dict[str, list[Entry]] = {}
        self._exact: set[str] = set()
        self._stems: list[str] = []
        for entry in entries:
            for pattern in filter(None, _spelt_out(entry.pattern, left_out)):
                self._add(Entry(pattern, entry.kind, entry.carries, sum(part != GAP for part in pattern)))
        stems = {word for word in self._exact if word.endswith("*")}
        self._exact -= stems
        self._stems = sorted(stems)
        self._spelling = Spelling(self._exact | {stem[:-1] for stem in stems}, real)
        self._memory: dict[str, _Known | None] = {}

    def _add(self, entry: Entry) -> None:
        self._begin.setdefault(entry.pattern[0], []).append(entry)
        self._exact.update(part for part in entry.pattern if part != GAP)

    def marks(self, words: Sequence[str]) -> list[Mark]:
        """What stands in the sentence, from left to right; marks of the same words stand side by side."""
        known = [self._known(word) for word in words]
        found: list[Mark] = []
        at, last = 0, len(words)
        while at < last:
            here = known[at]
            if here is None or not here.begins:
                at += 1
                continue
            best = 0
            for entry in here.begins:
                if entry.length < best:
                    break
                end = _end(entry.pattern, known, words, at)
                if end:
                    best = entry.length
                    found.append(Mark(at, end, entry.kind, entry.carries))
            at += max(best, 1)
        return found

    def _known(self, word: str) -> _Known | None:
        try:
            return self._memory[word]
        except KeyError:
            if len(self._memory) >= _REMEMBERED:
                self._memory.clear()
            self._memory[word] = made = self._look_up(word)
            return made

    def _look_up(self, word: str) -> _Known | None:
        fits = self._fits(word)
        if not fits and (meant := self._spelling.meant(word)):
            fits = self._fits(meant)
        if not fits:
            return None
        begins = [entry for part in fits for entry in self._begin.get(part, ())]
        begins.sort(key=lambda entry: -entry.length)
        return _Known(frozenset(fits), tuple(begins))

    def _fits(self, word: str) -> set[str]:
        fits = {stem for stem in self._stems if word.startswith(stem[:-1])}
        return fits | {word} if word in self._exact else fits


def _end(pattern: tuple[str, ...], known: list[_Known | None], words: Sequence[str], at: int) -> int:
    """Where the pattern ends when it stands here, else 0."""
    at += 1
    for place, part in enumerate(pattern[1:], start=1):
        if part == GAP:
            return _end_after_gap(pattern[place + 1 :], known, words, at)
        if at >= len(known) or (here := known[at]) is None or part not in here.fits:
            return 0
        at += 1
    return at


def _end_after_gap(rest: tuple[str, ...], known: list[_Known | None], words: Sequence[str], at: int) -> int:
    for start in range(at, min(at + _GAP_AT_MOST + 1, len(known))):
        here = known[start]
        if here is not None and rest[0] in here.fits and (end := _end(rest, known, words, start)):
            return end
        if words[start] in _STOPS:
            return 0
    return 0


def _spelt_out(pattern: tuple[str, ...], left_out: frozenset[str]) -> list[tuple[str, ...]]:
    """Each choice of `one|other` as a pattern of its own, without the words that only point."""
    made = product(*(part.split("|") for part in pattern))
    return [tuple(part for part in each if part and part not in left_out) for each in made]
