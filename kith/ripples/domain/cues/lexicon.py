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


@dataclass(slots=True)
class Mark:
    """An entry found: between which words of the sentence it stands, and its last word."""

    start: int
    end: int
    kind: str
    carries: Any
    last: str = ""


@dataclass(slots=True)
class _Known:
    """What one word may be: the pattern words it satisfies, and the entries it may begin, by what follows in them."""

    fits: tuple[str, ...]
    alone: list[Entry]
    by_second: dict[str, list[Entry]]
    after_gap: dict[str, list[Entry]]


class Lexicon:
    """All entries, found in one pass; the longest at a place goes before shorter ones."""

    def __init__(
        self,
        entries: Iterable[Entry],
        left_out: frozenset[str],
        over: frozenset[str],
        real: Iterable[str],
    ) -> None:
        """`left_out` are words no pattern holds; those in `over` may stand between the words of one (has, been, now).

        `real` are never taken for misspellings.
        """
        self._over = over
        self._begin: dict[str, list[Entry]] = {}
        self._exact: set[str] = set()
        self._stems: dict[str, list[str]] = {}
        for entry in entries:
            for pattern in filter(None, _spelt_out(entry.pattern, left_out)):
                self._add(
                    Entry(
                        pattern,
                        entry.kind,
                        entry.carries,
                        sum(part != GAP for part in pattern),
                    )
                )
        stems = {word for word in self._exact if word.endswith("*")}
        self._exact -= stems
        for stem in sorted(stems):
            self._stems.setdefault(stem[0], []).append(stem)
        self._spelling = Spelling(self._exact | {stem[:-1] for stem in stems}, real)
        self._memory: dict[str, _Known | None] = {}

    def _add(self, entry: Entry) -> None:
        self._begin.setdefault(entry.pattern[0], []).append(entry)
        self._exact.update(part for part in entry.pattern if part != GAP)

    def marks(self, words: Sequence[str]) -> list[Mark]:
        """What stands in the sentence, from left to right; marks of the same words stand side by side."""
        memory = self._memory
        known = [memory[word] if word in memory else self._known(word) for word in words]
        found: list[Mark] = []
        at, last = 0, len(words)
        while at < last:
            here = known[at]
            if here is None:
                at += 1
                continue
            best = 1
            hits: list[tuple[Entry, int]] = []
            if here.by_second or here.after_gap:
                for entry, end in self._able(here, known, words, at):
                    if entry.length > best:
                        best, hits = entry.length, []
                    if entry.length == best and all(entry is not other for other, _ in hits):
                        hits.append((entry, end))
            if not hits:
                found += [Mark(at, at + 1, entry.kind, entry.carries, words[at]) for entry in here.alone]
                at += 1
                continue
            found += [Mark(at, end, entry.kind, entry.carries, words[end - 1]) for entry, end in hits]
            at += min(_taken(entry, end - at) for entry, end in hits)
        return found

    def _able(self, here: _Known, known: list[_Known | None], words: Sequence[str], at: int) -> list[tuple[Entry, int]]:
        """Entries of two words or more that stand here, each with where it ends."""
        able: list[tuple[Entry, int]] = []
        last, step, by_second = len(words), at + 1, here.by_second
        while by_second and step < last:
            following = known[step]
            if following is not None:
                for part in following.fits:
                    for entry in by_second.get(part, ()):
                        end = step + 1 if len(entry.pattern) == 2 else self._end(entry.pattern, known, words, at)
                        if end:
                            able.append((entry, end))
            if words[step] not in self._over:
                break
            step += 1
        if here.after_gap:
            for following in known[at + 1 : at + _GAP_AT_MOST + 2]:
                if following is not None:
                    for part in following.fits:
                        for entry in here.after_gap.get(part, ()):
                            if end := self._end(entry.pattern, known, words, at):
                                able.append((entry, end))
        return able

    def _end(
        self,
        pattern: tuple[str, ...],
        known: list[_Known | None],
        words: Sequence[str],
        at: int,
    ) -> int:
        """Where the pattern ends when it stands here, else 0."""
        at += 1
        last, over = len(known), self._over
        for place, part in enumerate(pattern[1:], start=1):
            if part == GAP:
                return self._end_after_gap(pattern[place + 1 :], known, words, at)
            while at < last:
                here = known[at]
                at += 1
                if here is not None and part in here.fits:
                    break
                if words[at - 1] not in over:
                    return 0
            else:
                return 0
        return at

    def _end_after_gap(
        self,
        rest: tuple[str, ...],
        known: list[_Known | None],
        words: Sequence[str],
        at: int,
    ) -> int:
        for start in range(at, min(at + _GAP_AT_MOST + 1, len(known))):
            if _holds(known[start], rest[0]) and (end := self._end(rest, known, words, start)):
                return end
            if words[start] in _STOPS:
                return 0
        return 0

    def _known(self, word: str) -> _Known | None:
        if len(self._memory) >= _REMEMBERED:
            self._memory.clear()
        self._memory[word] = made = self._look_up(word)
        return made

    def _look_up(self, word: str) -> _Known | None:
        fits = self._fits(word)
        if not fits and word.isalpha() and (meant := self._spelling.meant(word)):
            fits = self._fits(meant)
        if not fits:
            return None
        made = _Known(tuple(fits), [], {}, {})
        for entry in (entry for part in sorted(fits) for entry in self._begin.get(part, ())):
            if len(entry.pattern) == 1:
                made.alone.append(entry)
            elif entry.pattern[1] == GAP:
                made.after_gap.setdefault(entry.pattern[2], []).append(entry)
            else:
                made.by_second.setdefault(entry.pattern[1], []).append(entry)
        return made

    def _fits(self, word: str) -> set[str]:
        fits = {stem for stem in self._stems.get(word[:1], ()) if word.startswith(stem[:-1])}
        return fits | {word} if word in self._exact else fits


def _taken(entry: Entry, whole: int) -> int:
    """How many words are read with an entry: up to its first gap, within which others may be found; a person whole."""
    if entry.kind == "who":
        return whole
    return entry.pattern.index(GAP) if GAP in entry.pattern else entry.length


def _holds(here: _Known | None, part: str) -> bool:
    return here is not None and part in here.fits


def _spelt_out(pattern: tuple[str, ...], left_out: frozenset[str]) -> list[tuple[str, ...]]:
    """Each choice of `one|other` as a pattern of its own, without the words that only point.

    Several words of which one only is left would find far more than was meant, and are not looked for.
    """
    choices = product(*(part.split("|") for part in pattern))
    made = [tuple(part for part in each if part and part not in left_out) for each in choices]
    return [each for each in made if len(each) > 1 or len(pattern) == 1]
