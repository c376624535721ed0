"""The words of local issues beside the domain they were sorted into."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID


class WordsTyped(NamedTuple):
    """The words under one plan, whose, and the domain they were sorted into."""

    client_id: UUID
    words: str
    domain: str


@dataclass(frozen=True)
class IssueWords:
    """The words sorted into one domain, as typed, with how often, most often first; and how many may not be read."""

    domain: str
    words: tuple[tuple[str, int], ...]
    without_consent: int


def words_by_domain(typed: Iterable[WordsTyped], readable: Collection[UUID]) -> tuple[IssueWords, ...]:
    """Words of clients who said yes to it, by domain; of all others only how many plans there are."""
    shown: dict[str, Counter[str]] = {}
    kept: Counter[str] = Counter()
    for each in typed:
        words = shown.setdefault(each.domain, Counter())
        if each.client_id in readable:
            words[" ".join(each.words.split())] += 1
        else:
            kept[each.domain] += 1
    return tuple(IssueWords(domain, _most_often(words), kept[domain]) for domain, words in sorted(shown.items()))


def _most_often(words: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(words.items(), key=lambda item: (-item[1], item[0])))
