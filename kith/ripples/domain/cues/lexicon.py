"""Every cue as a pattern of words, and finding them in a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from kith.ripples.domain.cues.spelling import Spelling

GAP = ".."
_GAP_AT_MOST = 3
_REMEMBERED = 100_000
_A_PAIR = 2
_NOTHING_MORE: frozenset[str] = frozenset()
_STOPS = frozenset(',;:()"?-\u2013\u2014')


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of saying something: the words, what kind of mark they make, and what it carries.

    A pattern of more than a pair `needs` all its words; `taken` of them are read with it. What stands `aside` may turn
    out to be nothing, and hides no other entry.
    """

    pattern: tuple[str, ...]
    kind: str
    carries: Any
    length: int = 0
    needs: frozenset[str] = frozenset()
    gapped: bool = False
    taken: int = 0
    aside: bool = False


_UNMET = (Entry((), "", None),)
"""Stands for what a pair of words may begin while that has not been looked up."""


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

    fits: frozenset[str]
    alone: list[Entry]
    by_second: dict[str, list[Entry]]
    after_gap: dict[str, list[Entry]]
    goes_on: bool = False
    gap_parts: frozenset[str] = frozenset()
    pairs: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    far_pairs: dict[str, tuple[Entry, ...]] = field(default_factory=dict)


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
        self._begin: dict[str, list[Entry]] = {}
        self._exact: set[str] = set()
        for entry in entries:
            for pattern in filter(None, _spelt_out(entry.pattern, left_out)):
                self._add(_measured(entry, pattern))
        self._classes: dict[str, list[str]] = {}
        for name, words in classes.items():
            for word in words:
                self._classes.setdefault(word, []).append(f"<{name}>")
        self._exact -= {f"<{name}>" for name in classes}
        stems = {word for word in self._exact | self._classes.keys() if word.endswith("*")}
        self._exact -= stems
        self._stems = {stem[:-1]: stem for stem in stems}
        self._stem_lengths = sorted({len(stem) for stem in self._stems})
        self._initials = {each[0] for each in (*self._exact, *self._classes, *self._stems)}
        self._spelling = Spelling(self._exact | (self._classes.keys() - stems) | {stem[:-1] for stem in stems}, real)
        self._memory: dict[str, _Known | None] = {}
        self._alike: dict[frozenset[str], _Known] = {}
        self._idle: set[str] = set()
        self._longest: set[str] = set()
        for begun in self._begin.values():
            self._longest.update(max(entry.pattern, key=_length) for entry in begun)

    def _add(self, entry: Entry) -> None:
        self._begin.setdefault(entry.pattern[0], []).append(entry)
        self._exact.update(part for part in entry.pattern if part != GAP)

    def marks(self, words: Sequence[str]) -> list[Mark]:
        """What stands in the sentence, from left to right; marks of the same words stand side by side."""
        memory = self._memory
        known = [memory[word] if word in memory else self._known(word) for word in words]
        said = frozenset[str]().union(*[each.fits for each in known if each is not None])
        found: list[Mark] = []
        at, last, over = 0, len(words), self._over
        while at < last:
            here = known[at]
            if here is None:
                at += 1
                continue
            able = None
            if here.goes_on:
                place, pairs = at + 1, here.pairs
                while place < last and words[place] in over and not pairs.get(words[place], _UNMET):
                    place += 1
                if (place < last and pairs.get(words[place], _UNMET)) or not said.isdisjoint(here.gap_parts):
                    able = self._able(here, known, said, words, at)
            if not able:
                for entry in here.alone:
                    found.append(Mark(at, at + 1, entry.kind, entry.carries, words[at]))
                at += 1
                continue
            longest = max([entry.length for entry, _ in able if not entry.aside], default=0)
            step, taken = 0, set[int]()
            for entry, end in able:
                if (entry.length == longest or (entry.aside and entry.length > longest)) and id(entry) not in taken:
                    taken.add(id(entry))
                    found.append(Mark(at, end, entry.kind, entry.carries, words[end - 1]))
                    if not entry.aside:
                        whole = end - at if entry.kind == "who" else entry.taken
                        step = min(step, whole) if step else whole
            if words[at] in over and taken:
                step = 1
            if not step:
                step = 1
                for entry in here.alone:
                    found.append(Mark(at, at + 1, entry.kind, entry.carries, words[at]))
            at += step
        return found

    def knows(self, word: str) -> bool:
        """Whether a word stands in any list, so that a capital makes no name of it."""
        return bool(self._fits(word)) or word in self._over

    def holds(self, words: Sequence[str], kind: str) -> bool:
        """Whether a mark of this kind stands in the sentence."""
        idle = self._idle
        if idle.issuperset(words) or not any(self._may_tell(word) for word in words if word not in idle):
            return False
        return any(mark.kind == kind for mark in self.marks(words))

    def _may_tell(self, word: str) -> bool:
        """Whether a word is the rarest of some entry: a sentence without such a word holds none."""
        here = self._memory[word] if word in self._memory else self._known(word)
        if here is not None and not self._longest.isdisjoint(here.fits):
            return True
        if len(self._idle) >= _REMEMBERED:
            self._idle.clear()
        self._idle.add(word)
        return False

    def _able(
        self,
        here: _Known,
        known: list[_Known | None],
        said: frozenset[str],
        words: Sequence[str],
        at: int,
    ) -> list[tuple[Entry, int]]:
        """Entries of two words or more that stand here, each with where it ends; `said` is all the sentence holds."""
        able: list[tuple[Entry, int]] = []
        last, step, over = len(words), at + 1, self._over
        pairs = here.pairs
        while step < last:
            word = words[step]
            entries = pairs[word] if word in pairs else self._pair(pairs, word, here.by_second, known[step])
            for entry in entries:
                if entry.length == 2 and not entry.gapped:
                    able.append((entry, step + 1))
                elif entry.needs <= said and (end := self._end(entry.pattern, known, words, at)):
                    able.append((entry, end))
            if word not in over:
                break
            step += 1
        if here.after_gap:
            pairs = here.far_pairs
            for place in range(at + 1, min(at + _GAP_AT_MOST + 2, last)):
                word = words[place]
                entries = pairs[word] if word in pairs else self._pair(pairs, word, here.after_gap, known[place])
                for entry in entries:
                    if entry.needs <= said and (end := self._end(entry.pattern, known, words, at)):
                        able.append((entry, end))
        return able

    def _pair(
        self,
        pairs: dict[str, tuple[Entry, ...]],
        word: str,
        begun: dict[str, list[Entry]],
        following: _Known | None,
    ) -> tuple[Entry, ...]:
        """The entries that go on with this word, remembered with the word they begin with."""
        fits = sorted(following.fits) if following else ()
        if len(pairs) >= _REMEMBERED:
            pairs.clear()
        pairs[word] = made = tuple(entry for part in fits for entry in begun.get(part, ()))
        return made

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
        alike = frozenset(fits)
        if alike in self._alike:
            return self._alike[alike]
        self._alike[alike] = made = _Known(alike, [], {}, {})
        for entry in (entry for part in sorted(fits) for entry in self._begin.get(part, ())):
            if len(entry.pattern) == 1:
                made.alone.append(entry)
            elif entry.pattern[1] == GAP:
                made.after_gap.setdefault(entry.pattern[2], []).append(entry)
            else:
                made.by_second.setdefault(entry.pattern[1], []).append(entry)
        made.gap_parts = frozenset(made.after_gap)
        made.goes_on = bool(made.by_second or made.after_gap)
        return made

    def _fits(self, word: str) -> set[str]:
        if word[:1] not in self._initials:
            return set()
        stems, classes = self._stems, self._classes
        fits = {stems[word[:length]] for length in self._stem_lengths if word[:length] in stems}
        if word in self._exact:
            fits.add(word)
        return fits.union(*(classes[each] for each in (*fits, word) if each in classes))


def _measured(entry: Entry, pattern: tuple[str, ...]) -> Entry:
    """The entry for one of its patterns. `taken` are the words read with it: up to its first gap, within which others
    may be found.
    """
    words = [part for part in pattern if part != GAP]
    gapped = GAP in pattern
    taken = pattern.index(GAP) if gapped else len(words)
    needs = frozenset(words) if gapped or len(words) > _A_PAIR else _NOTHING_MORE
    return Entry(pattern, entry.kind, entry.carries, len(words), needs, gapped, taken, entry.aside)


def _length(part: str) -> tuple[int, str]:
    """The longest word of an entry is the rarest: without it the others need not be looked at."""
    return len(part), part


def _holds(here: _Known | None, part: str) -> bool:
    return here is not None and part in here.fits


def _spelt_out(pattern: tuple[str, ...], left_out: frozenset[str]) -> list[tuple[str, ...]]:
    """Each choice of `one|other` as a pattern of its own, without the words that only point.

    Several words of which one only is left would find far more than was meant, and are not looked for.
    """
    choices = product(*(part.split("|") for part in pattern))
    made = [tuple(part for part in each if part and part not in left_out) for each in choices]
    return [each for each in made if len(each) > 1 or len(pattern) == 1]
