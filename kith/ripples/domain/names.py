"""Likely names of people in an account, which must give way to the relation: 'her neighbour', not a name."""

import re
import unicodedata
from collections.abc import Collection, Iterator

from kith.ripples.domain.first_names import FIRST_NAMES

SENTENCE_END = '.!?:;\n\r"\u201c\u201d\u2022'
_KNOWN_WORDS_TEXT = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december christmas easter ramadan eid diwali i english british welsh scottish irish polish urdu
punjabi bengali arabic turkish romanian portuguese spanish french german italian somali asian african caribbean
european pakistani indian bangladeshi chinese ukrainian muslim christian sikh hindu jewish catholic church mosque
england scotland wales britain ireland london leeds bradford mum dad nan gran grandma grandad nana auntie uncle
mother father doctor nurse gp dr jobcentre citizens advice universal credit pip esa council housing association food
bank slimming world weight watchers park run parkrun zumba pilates yoga facebook whatsapp zoom google youtube covid
health trainer trainers centre college university school library hospital surgery probation samaritans
"""
KNOWN_WORDS = frozenset(_KNOWN_WORDS_TEXT.split())
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


def likely_names(account: str, known: Collection[str] = ()) -> list[str]:
    """Words that look like names, each once and in order; `known` are words that may stay, such as the client's own.

    A capital letter within a sentence gives a name away; where a sentence begins, a common first name does.
    """
    allowed = KNOWN_WORDS | {_folded(word) for each in known for word in each.split()}
    found = {word: None for word, begins in _words(account) if _looks_like_a_name(word, begins, allowed)}
    return list(found)


def _looks_like_a_name(word: str, begins_sentence: bool, allowed: Collection[str]) -> bool:
    folded = _folded(word)
    if not word[0].isupper() or folded in allowed or _is_abbreviation(word):
        return False
    return folded in FIRST_NAMES if begins_sentence else len(word) > 1


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and len(word) <= 5


def _words(account: str) -> Iterator[tuple[str, bool]]:
    for match in _WORD.finditer(account):
        before = account[: match.start()].rstrip(" \t'\u2018(-\u2013\u2014")
        yield _without_possessive(match.group()), not before or before[-1] in SENTENCE_END


def _without_possessive(word: str) -> str:
    return re.sub(r"['\u2019]s?$", "", word)


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", _without_possessive(word)).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
