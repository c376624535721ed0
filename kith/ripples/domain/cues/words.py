"""Cuts a note into sentences, and a sentence into words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE = re.compile(
    r"(?:[^.!?\n\u2022]+|\.(?=\d)|(?<=\b[a-z])\.(?=[a-z])|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bMrs)\.|(?<=\bSt)\."
    r"|(?<=\bapprox)\.|(?<=\bappt)\.(?= [a-z]))+[.!?]*"
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:[.,:/]\d+)*|[,;:()\u2013\u2014\"]|(?<= )-(?= )|[?&+/]")
_APOSTROPHES = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u00b4": "'",
        "`": "'",
        "\u201c": '"',
        "\u201d": '"',
    }
)
_ENDINGS = {
    "'s": "",
    "'ll": "will",
    "'d": "would",
    "'ve": "have",
    "'re": "are",
    "'m": "am",
}
_RUN_TOGETHER = {
    word + "nt": word
    for word in (
        "has",
        "have",
        "had",
        "did",
        "does",
        "do",
        "is",
        "was",
        "are",
        "were",
        "would",
        "could",
        "should",
    )
} | {"wont": "will", "cant": "can", "cannot": "can"}
_OWNERS = frozenset({"my", "our", "her", "his", "their"})
_AFTER_AN_OBJECT_TEXT = """
, ; : ( ) - ? in at on with by to and but when if for from again too as so because since up down off out about into over
round after before now not a the is was every last while who that til until through like
"""
_AFTER_AN_OBJECT = frozenset(_AFTER_AN_OBJECT_TEXT.split()) | {""}
"""What follows 'her' when it is no 'her sister' but 'told her': it is then read as 'him' is."""
_SHORTENED = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence in small letters; whose each is (my, our), and where 's stands."""

    words: list[str]
    owners: dict[int, str]
    owning: set[int]
    asked: bool


def sentences(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each sentence begins and ends, without the blanks around it, and its words."""
    for found in _SENTENCE.finditer(text):
        whole = found.group()
        sentence = whole.strip()
        if sentence:
            start = found.start() + whole.index(sentence)
            yield start, start + len(sentence), sentence


def words_of(sentence: str, left_out: frozenset[str]) -> Words:
    """The words that count; `left_out` names those (a, the, her) that only point."""
    plain = sentence.lower().replace("`", "'")
    if not plain.isascii():
        plain = plain.translate(_APOSTROPHES)
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if "&" in plain or "+" in plain or "a and e" in plain:
        for said_so in ("a&e", "a & e", "a and e", "a+e"):
            plain = plain.replace(said_so, "ae")
    words: list[str] = []
    owners: dict[int, str] = {}
    owning: set[int] = set()
    said = _WORD.findall(plain)
    for place, word in enumerate(said):
        if word not in left_out and word not in _RUN_TOGETHER and "'" not in word:
            words.append(word)
        elif word == "her" and (said[place + 1] if place + 1 < len(said) else "") in _AFTER_AN_OBJECT:
            words.append("him")
        elif word in left_out:
            if word in _OWNERS:
                owners[len(words)] = word
        elif word in _RUN_TOGETHER:
            words += (_RUN_TOGETHER[word], "not")
        else:
            _add_shortened(word, words, owning)
    return Words(words, owners, owning, "?" in words[-1:])


def _add_shortened(word: str, words: list[str], owning: set[int]) -> None:
    if word.endswith("n't"):
        stem = word[:-3]
        words += (_SHORTENED.get(stem, stem), "not")
        return
    stem, mark, rest = word.partition("'")
    ending = _ENDINGS.get(mark + rest)
    if ending is None:
        words.append(stem + rest)
        return
    words.append(stem)
    if ending:
        words.append(ending)
    else:
        owning.add(len(words) - 1)
