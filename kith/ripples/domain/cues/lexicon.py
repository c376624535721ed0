"""Finds every entry of the lists in a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kith.ripples.domain.cues.patterns import GAP, Entry, rarest, spelt_out
from kith.ripples.domain.cues.vocabulary import REMEMBERED, Begun, Known, Telling, Vocabulary

_GAP_AT_MOST = 3
_NOTHING_MORE: frozenset[str] = frozenset()
_STOPS = frozenset(',;:()"?-\u2013\u2014')
_NOTHING = Begun()
_UNMET = Begun((Entry((), "", None),))
"""Stands for what a pair of words may begin while that has not been looked up."""


@dataclass(slots=True)
class Mark:
    """An entry found: between which words of the sentence it stands, and its last word."""

    start: int
    end: int
    kind: str
    carries: Any
    last: str = ""


Found = tuple[Entry, int]
"""An entry and where it ends."""


class Lexicon:
    """All entries, found in one pass; the longest at a place goes before shorter ones."""

    def __init__(
        self,
        entries: Iterable[Entry],
        left_out: frozenset[str],
        over: frozenset[str],
        real: Iterable[str],
        classes: Mapping[str, Iterable[str]],
    ) -> None:
        """`left_out` are words no pattern holds; those in `over` may stand between the words of one (has, been, now).

        `real` are never taken for misspellings. `classes` are words that may stand for one another, by the name they
        have in a pattern: `<place>`.
        """
        self._over = over
        begin: dict[str, list[Entry]] = {}
        for entry in entries:
            for each in spelt_out(entry, left_out):
                begin.setdefault(each.pattern[0], []).append(each)
        self._vocabulary = Vocabulary(begin, real, classes)
        self._telling = Telling(self._vocabulary, begin)

    def marks(self, words: Sequence[str]) -> list[Mark]:
        """What stands in the sentence, from left to right; marks of the same words stand side by side."""
        known = list(map(self._vocabulary.__getitem__, words))
        said = _NOTHING_MORE.union(*[each.inner for each in known])
        found: list[Mark] = []
        at, last, over = 0, len(words), self._over
        while at < last:
            here = known[at]
            if here.goes_on:
                place, pairs, may = at + 1, here.pairs, not said.isdisjoint(here.gap_parts)
                while place < last and not may:
                    begun = pairs.get(words[place], _UNMET)
                    may = begun is not _NOTHING and bool(begun.whole or not said.isdisjoint(begun.needs))
                    if words[place] not in over:
                        break
                    place += 1
                if may and (able := self._able(here, known, said, words, at)):
                    at += self._take(able, here, words, at, found)
                    continue
            for entry in here.alone:
                found.append(Mark(at, at + 1, entry.kind, entry.carries, words[at]))
            at += 1
        return found

    def _take(self, able: list[Found], here: Known, words: Sequence[str], at: int, found: list[Mark]) -> int:
        """Adds the marks of the entries that stand here; how many words they take."""
        step = 0
        for entry, end in able if len(able) == 1 else _longest(able):
            found.append(Mark(at, end, entry.kind, entry.carries, words[end - 1]))
            if not entry.aside:
                whole = end - at if entry.kind == "who" else entry.taken
                step = min(step, whole) if step else whole
        if words[at] in self._over:
            return 1
        if not step:
            for entry in here.alone:
                found.append(Mark(at, at + 1, entry.kind, entry.carries, words[at]))
        return step or 1

    def knows(self, word: str) -> bool:
        """Whether a word stands in any list, so that a capital makes no name of it."""
        return bool(self._vocabulary.fits(word)) or word in self._over

    def holds(self, words: Sequence[str], kind: str) -> bool:
        """Whether a mark of this kind stands in the sentence."""
        telling = self._telling
        if not any(map(telling.__getitem__, words)):
            return False
        said = _NOTHING_MORE.union(*[self._vocabulary[word].fits for word in words])
        told = any(needs <= said for word in words for needs in telling[word])
        return told and any(mark.kind == kind for mark in self.marks(words))

    def _able(
        self, here: Known, known: list[Known], said: frozenset[str], words: Sequence[str], at: int
    ) -> list[Found]:
        """Entries of two words or more that stand here; `said` is all that stands within an entry."""
        able: list[Found] = []
        last, step, over = len(words), at + 1, self._over
        pairs = here.pairs
        while step < last:
            word = words[step]
            begun = pairs[word] if word in pairs else _begun(pairs, word, here.by_second, known[step])
            for entry in begun.whole:
                able.append((entry, step + 1))
            if not said.isdisjoint(begun.needs):
                for entry in begun.longer:
                    if entry.needs <= said and (end := self._end(entry.pattern, known, words, at)):
                        able.append((entry, end))
            if word not in over:
                break
            step += 1
        if not said.isdisjoint(here.gap_parts):
            pairs = here.far_pairs
            for place in range(at + 1, min(at + _GAP_AT_MOST + 2, last)):
                word = words[place]
                begun = pairs[word] if word in pairs else _begun(pairs, word, here.after_gap, known[place])
                for entry in begun.longer:
                    if entry.needs <= said and (end := self._end(entry.pattern, known, words, at)):
                        able.append((entry, end))
        return able

    def _end(self, pattern: tuple[str, ...], known: list[Known], words: Sequence[str], at: int) -> int:
        """Where the pattern ends when it stands here, else 0."""
        at += 1
        last, over = len(known), self._over
        for place, part in enumerate(pattern[1:], start=1):
            if part == GAP:
                return self._end_after_gap(pattern[place + 1 :], known, words, at)
            while at < last:
                here = known[at]
                at += 1
                if part in here.fits:
                    break
                if words[at - 1] not in over:
                    return 0
            else:
                return 0
        return at

    def _end_after_gap(self, rest: tuple[str, ...], known: list[Known], words: Sequence[str], at: int) -> int:
        for start in range(at, min(at + _GAP_AT_MOST + 1, len(known))):
            if rest[0] in known[start].fits and (end := self._end(rest, known, words, start)):
                return end
            if words[start] in _STOPS:
                return 0
        return 0


def _longest(able: list[Found]) -> Iterable[Found]:
    """Each entry once: the longest, and those aside that are longer."""
    longest = max([entry.length for entry, _ in able if not entry.aside], default=0)
    kept: dict[int, Found] = {}
    for each in able:
        entry = each[0]
        if entry.length == longest or (entry.aside and entry.length > longest):
            kept.setdefault(id(entry), each)
    return kept.values()


def _begun(pairs: dict[str, Begun], word: str, begin: Mapping[str, list[Entry]], following: Known) -> Begun:
    """What goes on with this word, remembered with the word it begins with."""
    if len(pairs) >= REMEMBERED:
        pairs.clear()
    entries = [entry for part in sorted(following.fits) for entry in begin.get(part, ())]
    longer = tuple(entry for entry in entries if entry.needs)
    made = Begun(
        tuple(entry for entry in entries if not entry.needs),
        longer,
        frozenset(rarest(entry.pattern[2:]) for entry in longer),
    )
    pairs[word] = made if entries else _NOTHING
    return pairs[word]
