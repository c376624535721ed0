"""How alike two names, dates of birth or postcodes are."""

import datetime as dt
import unicodedata
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler


class Likelihood(Enum):
    """How one detail of two people compares."""

    SAME = "same"
    CLOSE = "close"
    UNKNOWN = "unknown"
    DIFFERENT = "different"


CLOSE_NAME = 0.9


@lru_cache(maxsize=200_000)
def folded(words: str) -> str:
    """Letters and figures only, without accents or capitals: 'Zoë D'Arcy' becomes 'zoedarcy'."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def compare_words(first: str, second: str) -> Likelihood:
    """Two folded names: the same, one slip of the keyboard or much alike, or different."""
    if not first or not second:
        return Likelihood.UNKNOWN
    if first == second:
        return Likelihood.SAME
    if min(len(first), len(second)) >= 4 and OSA.distance(first, second, score_cutoff=1) <= 1:
        return Likelihood.CLOSE
    alike = JaroWinkler.similarity(first, second, score_cutoff=CLOSE_NAME) >= CLOSE_NAME
    return Likelihood.CLOSE if alike else Likelihood.DIFFERENT


def compare_days(first: dt.date | None, second: dt.date | None) -> Likelihood:
    """Two dates of birth: the same, day and month exchanged or one part mistyped, or different."""
    if first is None or second is None:
        return Likelihood.UNKNOWN
    if first == second:
        return Likelihood.SAME
    if first.year == second.year and (first.day, first.month) == (second.month, second.day):
        return Likelihood.CLOSE
    slip = OSA.distance(f"{first:%d%m%Y}", f"{second:%d%m%Y}", score_cutoff=1) <= 1
    return Likelihood.CLOSE if slip else Likelihood.DIFFERENT


def compare_postcodes(first: str, second: str) -> Likelihood:
    """Two folded postcodes: the same, one slip of the keyboard, or different."""
    if not first or not second:
        return Likelihood.UNKNOWN
    if first == second:
        return Likelihood.SAME
    return Likelihood.CLOSE if OSA.distance(first, second, score_cutoff=1) <= 1 else Likelihood.DIFFERENT
