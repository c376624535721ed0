"""Finds the cue word a misspelt word was meant for."""

from collections import defaultdict
from collections.abc import Iterable

SHORTEST = 6
_VOWELS = frozenset("aeiouy")


class Spelling:
    """Cue words of six letters or more, found also with one letter dropped, doubled, swapped or a vowel mistaken."""

    def __init__(self, words: Iterable[str], real: Iterable[str]) -> None:
        """`real` are words that are right as they stand and must not be taken for another."""
        self._real = frozenset(real)
        by_rest: dict[str, list[str]] = defaultdict(list)
        for word in sorted(set(words)):
            if len(word) >= SHORTEST:
                for rest in _one_less(word):
                    by_rest[rest].append(word)
        self._by_rest = {rest: tuple(each) for rest, each in by_rest.items()}

    def meant(self, word: str) -> str | None:
        """The cue word meant, or None when the word is no misspelling of one."""
        if len(word) < SHORTEST - 1 or word in self._real:
            return None
        for rest in (word, *_one_less(word)):
            for cue in self._by_rest.get(rest, ()):
                if cue[0] == word[0] and _is_slip(cue, word):
                    return cue
        return None


def _one_less(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _is_slip(cue: str, word: str) -> bool:
    """Whether one letter is missing, one too many, two are swapped, or one vowel stands for another."""
    if cue[:-1] == word or word[:-1] == cue:
        return False
    if abs(len(cue) - len(word)) == 1:
        longer, shorter = (cue, word) if len(cue) > len(word) else (word, cue)
        return shorter in _one_less(longer)
    if len(cue) != len(word):
        return False
    differ = [at for at, (one, other) in enumerate(zip(cue, word, strict=True)) if one != other]
    if len(differ) == 1:
        return {cue[differ[0]], word[differ[0]]} <= _VOWELS
    first, second = differ[0], differ[-1]
    return len(differ) == 2 and second == first + 1 and cue[first] == word[second] and cue[second] == word[first]
