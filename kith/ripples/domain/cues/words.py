"""Cuts a note into sentences, and a sentence into words."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

_SENTENCE = re.compile(
    r"(?:[^.!?\n\u2022]+|\.(?=\d)|(?<=\b[a-z])\.(?=[a-z])|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bMrs)\.|(?<=\bSt)\."
    r"|(?<=\bapprox)\.|(?<=\bappt)\.(?= [a-z]))+[.!?]*"
)
_STOP = re.compile(r"[.!?\n\u2022]")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+|[148]s?\b)?|\d+(?:[.,:/]\d+)*|[,;:()\u2013\u2014\"]|(?<= )-(?= )|[?&+/]")
_QUOTED = re.compile(r'"[^"]*"')
_FIRST_PERSON = re.compile(r"\b(?:i|me|my|our|we|us|myself|meself|ourselves)\b")
_THIRD_PERSON = {
    "i": "client",
    "me": "him",
    "my": "their",
    "our": "their",
    "we": "they",
    "us": "them",
    "myself": "themselves",
    "meself": "themselves",
    "ourselves": "themselves",
}
_NAMED = re.compile(r"(her|Her|his|His|our|Our|my|My) ([A-Z][a-z]+)\b")
_NAMED_BY_PLACE = re.compile(
    r"\b()([A-Z][a-z]+)(?= (?:next door|(?:up|down)stairs|at number|[io]n our team|(?:from|at) work)\b)"
)
_STROKED = re.compile(r"(?<![a-z])[a-z]/[a-z]*")
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
_MINE = frozenset({"my", "our"})
_OWNERS = frozenset({"my", "our", "her", "his", "their"})
_AFTER_AN_OBJECT_TEXT = """
, ; : ( ) - ? in at on with by to and but when if for from again too as so because since up down off out about into over
round after before now not a the is was every last while who that til until through like
"""
_AFTER_AN_OBJECT = frozenset(_AFTER_AN_OBJECT_TEXT.split()) | {""}
"""What follows 'her' when it is no 'her sister' but 'told her': it is then read as 'him' is."""
_AFTER_HAD_TEXT = "been had got gone never always not lost taken come done just"
_AFTER_HAD = frozenset(_AFTER_HAD_TEXT.split())
"""What follows 'she'd' when it is 'she had'."""
_SHORTENED = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}


@dataclass(slots=True)
class Words:
    """The words of a sentence in small letters; whose each is (my, our), where 's stands, whether it is a question, and
    whether the worker speaks of herself.
    """

    words: list[str]
    owners: dict[int, str]
    owning: set[int]
    asked: bool
    herself: bool


def sentences(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each sentence begins and ends, without the blanks around it, and its words."""
    if text[-1:].strip("\u2022 \t\r\n") and _STOP.search(text, 0, len(text) - 1) is None:
        start = len(text) - len(text.lstrip())
        yield start, len(text), text[start:]
        return
    for found in _SENTENCE.finditer(text):
        whole = found.group()
        sentence = whole.strip()
        if sentence:
            start = found.start() + whole.index(sentence)
            yield start, start + len(sentence), sentence


class Wording:
    """How sentences are cut into words by one version of the lists."""

    def __init__(
        self, left_out: frozenset[str], read_as: Mapping[str, tuple[str, ...]], known: Callable[[str], bool]
    ) -> None:
        """`left_out` names the words (a, the, her) that only point, `read_as` what stands for others.

        A capital makes a name of a word that is not `known`: 'her Darren' is a relative, 'Dee upstairs' is someone.
        """
        self._left_out, self._read_as, self._known = left_out, read_as, known
        self._apart = left_out | _RUN_TOGETHER.keys()

    def words_of(self, sentence: str) -> Words:
        """The words that count."""
        said = self._said(sentence)
        words: list[str] = []
        owners: dict[int, str] = {}
        owning: set[int] = set()
        apart, left_out = self._apart, self._left_out
        for place, word in enumerate(said):
            if word not in apart:
                if "'" in word:
                    _add_shortened(word, words, owning)
                else:
                    words.append(word)
            elif word == "her" and (said[place + 1] if place + 1 < len(said) else "") in _AFTER_AN_OBJECT:
                words.append("him")
            elif word in _OWNERS:
                owners[len(words)] = word
            elif word not in left_out:
                words += (_RUN_TOGETHER[word], "not")
        herself = "i" in words or "me" in words or not _MINE.isdisjoint(owners.values())
        return Words(words, owners, owning, "?" in words[-1:], herself)

    def _said(self, sentence: str) -> list[str]:
        """All words as they are read, in small letters."""
        read_as, plain = self._read_as, sentence.lower()
        if plain[1:] != sentence[1:]:
            plain = _without_names(sentence, plain, self._known)
        if not plain.isascii():
            plain = plain.translate(_APOSTROPHES)
            plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        if '"' in plain or "/" in plain or "&" in plain or "+" in plain or "`" in plain or "a and e" in plain:
            plain = _without_signs(plain, read_as)
        said = _WORD.findall(plain)
        if not read_as.keys().isdisjoint(said):
            said = [each for word in said for each in read_as.get(word, (word,))]
        if "'" in plain:
            said = [each for word, after in pairwise([*said, ""]) for each in _with_its_ending(word, after, read_as)]
        return said


def _without_signs(plain: str, read_as: Mapping[str, tuple[str, ...]]) -> str:
    """Without the signs that stand for words or for another speaker: A&E, w/ and quotation marks."""
    plain = plain.replace("`", "'")
    for said_so in ("a&e", "a & e", "a and e", "a+e"):
        plain = plain.replace(said_so, "ae")
    if plain.count('"') > 1:
        plain = _QUOTED.sub(_said_by_client, plain)
    if "/" in plain:
        plain = _STROKED.sub(lambda found: _read_as_stroked(found, read_as), plain)
    return plain


def _with_its_ending(word: str, after: str, read_as: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The 'cl' of 'cl's' read as 'client', with the 's it had; 'she'd been' is 'she had been'."""
    stem, mark, ending = word.partition("'")
    if ending == "d" and (after in _AFTER_HAD or after.endswith("ed")):
        return (stem, "had")
    if not mark or stem not in read_as:
        return (word,)
    *first, last = read_as[stem]
    return (*first, f"{last}'{ending}")


def _without_names(sentence: str, plain: str, known: Callable[[str], bool]) -> str:
    """The sentence in small letters, without names."""

    def meant(found: re.Match[str], stands_for: str) -> str:
        within_a_word = sentence[found.start() - 1 : found.start()].isalnum()
        return found.group() if within_a_word or known(found[2].lower()) else f"{found[1]}{stands_for}"

    if "her " in plain or "his " in plain or "our " in plain or "my " in plain:
        sentence = _NAMED.sub(lambda found: meant(found, " relative"), sentence)
    if " next door" in plain or "stairs" in plain or " at number" in plain or "our team" in plain or " work" in plain:
        sentence = _NAMED_BY_PLACE.sub(lambda found: meant(found, "someone"), sentence)
    return sentence.lower()


def _said_by_client(found: re.Match[str]) -> str:
    """'I' between quotation marks is whoever is quoted, and no worker."""
    return _FIRST_PERSON.sub(lambda each: _THIRD_PERSON[each.group()], found.group())


def _read_as_stroked(found: re.Match[str], read_as: Mapping[str, tuple[str, ...]]) -> str:
    """'w/ her' is 'with her', 'p/t' is 'part time'; what is not known keeps its stroke."""
    short = found.group()
    return " ".join((*read_as.get(short, (short,)), ""))


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
