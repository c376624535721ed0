"""What each word of a note may be to the lists: itself, a word it begins like, one of a class, or one misspelt."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kith.ripples.domain.cues.patterns import GAP, Entry, rarest
from kith.ripples.domain.cues.spelling import Spelling

REMEMBERED = 100_000


@dataclass(slots=True)
class Begun:
    """What two words may begin: the entries they are, those that go on, and of what each of these needs one word."""

    whole: tuple[Entry, ...] = ()
    longer: tuple[Entry, ...] = ()
    needs: frozenset[str] = frozenset()


@dataclass(slots=True)
class Known:
    """What one word may be: the pattern words it satisfies, and the entries it may begin, by what follows in them.

    `inner` are those it satisfies within an entry, past its first word.
    """

    fits: frozenset[str]
    inner: frozenset[str] = frozenset()
    alone: list[Entry] = field(default_factory=list)
    by_second: dict[str, list[Entry]] = field(default_factory=dict)
    after_gap: dict[str, list[Entry]] = field(default_factory=dict)
    goes_on: bool = False
    gap_parts: frozenset[str] = frozenset()
    pairs: dict[str, Begun] = field(default_factory=dict)
    far_pairs: dict[str, Begun] = field(default_factory=dict)


_NOTHING: frozenset[str] = frozenset()
_UNKNOWN = Known(_NOTHING)


class Vocabulary(dict[str, Known]):
    """The words met so far; one not met before is looked up when it is asked for."""

    def __init__(
        self,
        begin: Mapping[str, list[Entry]],
        real: Iterable[str],
        classes: Mapping[str, Iterable[str]],
    ) -> None:
        """`begin` are the entries by their first word; `real` and `classes` as the lexicon has them."""
        super().__init__()
        self._begin = begin
        parts = {part for begun in begin.values() for entry in begun for part in entry.pattern} - {GAP}
        self._inner = {part for begun in begin.values() for entry in begun for part in entry.pattern[1:]}
        self._classes: dict[str, list[str]] = defaultdict(list)
        for name in parts & {f"<{each}>" for each in classes}:
            for word in classes[name[1:-1]]:
                self._classes[word].append(name)
        parts -= {f"<{name}>" for name in classes}
        stems = {word for word in parts | self._classes.keys() if word.endswith("*")}
        self._exact = parts - stems
        self._stems = {stem[:-1]: stem for stem in stems}
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for stem in self._stems:
            self._lengths[stem[0]].add(len(stem))
        self._spelling = Spelling(self._exact | (self._classes.keys() - stems) | self._stems.keys(), real)
        self._alike: dict[frozenset[str], Known] = {}

    def __missing__(self, word: str) -> Known:
        """What a word may be that was not met before, remembered."""
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = made = self._look_up(word)
        return made

    def fits(self, word: str) -> frozenset[str]:
        """The parts of patterns that the word satisfies, rightly spelt."""
        stems, classes = self._stems, self._classes
        fits = [word] if word in self._exact else []
        for length in self._lengths.get(word[:1], ()):
            if (head := word[:length]) in stems:
                fits.append(stems[head])
        if not fits and word not in classes:
            return _NOTHING
        for each in (*fits, word):
            if each in classes:
                fits += classes[each]
        return frozenset(fits)

    def _look_up(self, word: str) -> Known:
        fits = self.fits(word)
        if not fits:
            if not word.isalpha() or not (meant := self._spelling.meant(word)):
                return _UNKNOWN
            fits = self.fits(meant)
        if fits not in self._alike:
            self._alike[fits] = self._made(fits)
        return self._alike[fits]

    def _made(self, fits: frozenset[str]) -> Known:
        made = Known(fits, fits & self._inner)
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


class Telling(dict[str, tuple[frozenset[str], ...]]):
    """All words of each entry of which a word is the rarest: a sentence that lacks one holds none of these."""

    def __init__(self, vocabulary: Vocabulary, begin: Mapping[str, list[Entry]]) -> None:
        """`begin` are the entries by their first word."""
        super().__init__()
        self._vocabulary = vocabulary
        self._needs: dict[str, set[frozenset[str]]] = defaultdict(set)
        for entry in (entry for begun in begin.values() for entry in begun):
            self._needs[rarest(entry.pattern)].add(frozenset(entry.pattern) - {GAP})

    def __missing__(self, word: str) -> tuple[frozenset[str], ...]:
        """The answer for a word not met before, remembered."""
        if len(self) >= REMEMBERED:
            self.clear()
        needs, fits = self._needs, self._vocabulary[word].fits
        self[word] = made = tuple(each for part in fits if part in needs for each in needs[part]) if fits else ()
        return made
