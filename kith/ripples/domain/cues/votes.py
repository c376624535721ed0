"""What a sentence speaks for, by all its words: each votes for the domains and directions of the lists it is in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from kith.ripples.domain.cues.patterns import GAP

Pattern = Sequence[str]
_SHORTEST = 3
_CHOICES = 6


class Votes:
    """How far each word speaks for each of several things: its share of the patterns that hold it."""

    def __init__(self, said: Iterable[tuple[str, Iterable[str]]], evened: float, sure_after: int) -> None:
        """`said` are things with words that speak for them. The votes of a thing with many words count for less, by
        the power `evened` of how many it has; those of a word found only `sure_after` times count half.
        """
        held: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        size: dict[str, int] = defaultdict(int)
        for thing, words in said:
            for word in words:
                held[word][thing] += 1
                size[thing] += 1
        self._votes = {word: tuple(_shares(things, size, evened, sure_after).items()) for word, things in held.items()}

    def of(self, words: Iterable[str]) -> dict[str, float]:
        """The votes for each thing; every word votes once."""
        counted: dict[str, float] = {}
        votes = self._votes
        for word in dict.fromkeys(words):
            if word in votes:
                for thing, vote in votes[word]:
                    counted[thing] = counted.get(thing, 0.0) + vote
        return counted


def _shares(things: Mapping[str, int], size: Mapping[str, int], evened: float, sure_after: int) -> dict[str, float]:
    even = {thing: times / size[thing] ** evened for thing, times in things.items()}
    whole, times = sum(even.values()), sum(things.values())
    return {thing: each / whole * times / (times + sure_after) for thing, each in even.items()}


def words_in(pattern: Pattern, nothing: frozenset[str]) -> Iterator[str]:
    """The words of a pattern that say what it is about; those of `nothing` do not."""
    for part in pattern:
        for word in part.split("|"):
            if len(word) >= _SHORTEST and word[0] != "<" and word[-1] != "*" and word != GAP and word not in nothing:
                yield word


def pairs_in(pattern: Pattern) -> set[str]:
    """The words of a pattern, and those that stand side by side in it."""
    choices = [part.split("|") for part in pattern]
    pairs = (pair for one, other in pairwise(choices) for pair in product(one[:_CHOICES], other[:_CHOICES]))
    return {word for each in choices for word in each} | {f"{one} {other}" for one, other in pairs}


def pairs_of(words: Sequence[str]) -> list[str]:
    """The words of a sentence, and those that stand side by side in it."""
    return [*words, *(f"{one} {other}" for one, other in pairwise(words))]
