"""The notices stay as plain as they promise to be."""

import re
from pathlib import Path

import pytest

NOTICES = Path(__file__).parents[2] / "docs" / "data-protection"
FOR_EVERYBODY = 6.0
EASY = 2.5


def syllables(word: str) -> int:
    """The syllables of an English word, by rule: runs of vowels, less a silent ending."""
    word = re.sub(r"[^a-z]", "", word.lower())
    if len(word) <= 3:
        return 1
    word = re.sub(r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^td])ed$|(?<=[^sxzcgh])es$", "", word)
    word = re.sub(r"(?<=[aeiouy][^aeiouy])e(?=ly$)", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def sentences(page: str) -> list[str]:
    """The sentences of a page; a heading and a line of a list each count as one."""
    page = re.sub(r"\[[^\]]*\]", "Jo", page).replace("**", "")
    blocks = re.split(r"\n\s*\n|\n(?=[-#] )", page)
    found = [part for block in blocks for part in re.split(r"(?<=[.?!])\s+", " ".join(block.split()))]
    return [each.lstrip("#- ") for each in found if re.search(r"[A-Za-z]", each)]


def grade(page: str) -> float:
    """Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid et al. 1975)."""
    lines = sentences(page)
    words = [word for line in lines for word in re.findall(r"[A-Za-z']+|[0-9]+", line)]
    return 0.39 * len(words) / len(lines) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def prose(page: str) -> str:
    """The full sentences alone, so that short lines of a list do not flatter the grade."""
    return "\n\n".join(line for line in sentences(page) if line.endswith((".", "?", "!")))


@pytest.fixture(scope="module")
def client_notice() -> tuple[str, str]:
    page = (NOTICES / "notice-for-clients.md").read_text(encoding="utf-8")
    long, short = page.split("# The short one")
    return long, short


def test_client_notice_can_be_read_by_most_people(client_notice: tuple[str, str]) -> None:
    long, _ = client_notice
    assert grade(long) <= FOR_EVERYBODY
    assert grade(prose(long)) <= FOR_EVERYBODY


def test_client_notice_has_no_long_sentence(client_notice: tuple[str, str]) -> None:
    too_long = [line for half in client_notice for line in sentences(half) if len(line.split()) > 25]
    assert too_long == []


def test_client_notice_fits_a_page(client_notice: tuple[str, str]) -> None:
    assert len(client_notice[0].split()) <= 600


def test_short_notice_is_easier_still(client_notice: tuple[str, str]) -> None:
    _, short = client_notice
    assert grade(short) <= EASY


@pytest.mark.parametrize("words", ["say no", "change your mind", "copy", "8 years", "30 days", "come to harm"])
def test_client_notice_says_what_a_client_must_know(client_notice: tuple[str, str], words: str) -> None:
    assert words in client_notice[0]


@pytest.mark.parametrize("words", ["No league tables", "not for judging", "need not give one", "cannot see"])
def test_worker_notice_says_what_is_not_done(words: str) -> None:
    assert words in (NOTICES / "notice-for-workers.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("word", "count"),
    [("record", 2), ("service", 2), ("changed", 1), ("wanted", 2), ("time", 1), ("table", 2), ("information", 4),
     ("people", 2), ("names", 1), ("we", 1), ("background", 2), ("manager", 3), ("safely", 2), ("little", 2)],
)  # fmt: skip
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_grade_tells_plain_from_hard() -> None:
    hard = "Notwithstanding contractual obligations, personal information necessitates proportionate safeguarding."
    assert grade("We keep your record safe. You can say no.") < 2 < 12 < grade(hard)
