"""Sorts the words of a local issue into an issue domain, by a reviewed list of cues. A need is not a change."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

UNSORTED = "unsorted"
ANY_ENDING = "*"
Cue: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class IssueRule:
    """A domain and the cues that lead to it."""

    domain: str
    cues: tuple[Cue, ...]


@dataclass(frozen=True)
class IssueCues:
    """The rules in order: the first that fits decides."""

    rules: tuple[IssueRule, ...]


def cues_from(definition: Mapping[str, Any]) -> IssueCues:
    """The rules of a cue list that has been read already."""
    rules = definition["rules"]
    return IssueCues(tuple(IssueRule(r["domain"], tuple(tuple(_words(c)) for c in r["cues"])) for r in rules))


def domain_of(words: str, cues: IssueCues) -> str:
    """The domain of the first rule with a cue in these words, or 'unsorted'."""
    given = _words(words)
    for rule in cues.rules:
        if any(_stands_in(cue, given) for cue in rule.cues):
            return rule.domain
    return UNSORTED


def _words(text: str) -> list[str]:
    """Words in small letters without accents; an apostrophe is left out, so that carer's is carers."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace("'", "").replace("\u2019", "")
    return re.findall(r"[^\W_]+\*?", "".join(c for c in plain if not unicodedata.combining(c)))


def _stands_in(cue: Cue, words: Sequence[str]) -> bool:
    return any(
        all(_fits(part, word) for part, word in zip(cue, words[start:], strict=False))
        for start in range(len(words) - len(cue) + 1)
    )


def _fits(part: str, word: str) -> bool:
    if part.endswith(ANY_ENDING):
        return word.startswith(part.removesuffix(ANY_ENDING))
    return part == word
