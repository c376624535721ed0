"""The glossary is a table a guard can read, and has a word for every record."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FIRST_TABLE = "| in the code and for analysts | on the trainer's screen |\n|---|---|\n"


@pytest.fixture(scope="module")
def glossary() -> str:
    return (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")


def rows(table: str) -> list[tuple[str, ...]]:
    """The rows of a Markdown table, up to its end."""
    lines = table.split("\n\n")[0].splitlines()
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]


def screen_words(glossary: str) -> dict[str, str]:
    """The first table: an analysts' word, and what trainers' pages say."""
    return dict(rows(glossary.split(FIRST_TABLE)[1]))


def defined(glossary: str) -> dict[str, str]:
    """Every word of the other tables."""
    tables = re.split(r"\| word \| what it means \|\n\|---\|---\|\n", glossary)[1:]
    return {word: meaning for table in tables for word, meaning in rows(table)}


def nouns_of_models() -> set[str]:
    """The records of every room, as words: PossibleDuplicate is 'possible duplicate'."""
    nouns = set()
    for path in (ROOT / "kith").glob("*/models/*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and any("Model" in ast.unparse(base) for base in node.bases):
                nouns.add(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", node.name).lower())
    return nouns


def test_first_table_is_where_the_guard_looks_for_it(glossary: str) -> None:
    assert glossary.count(FIRST_TABLE) == 1
    assert glossary.index(FIRST_TABLE) < glossary.index("| word | what it means |")


@pytest.mark.parametrize(
    "word",
    ["ripple", "beneficiary", "domain", "encounter", "credit gap", "small area", "deprivation fifth", "case"],
)
def test_analysts_word_has_words_for_the_screen(glossary: str, word: str) -> None:
    assert screen_words(glossary)[word]


def test_no_words_for_the_screen_use_an_analysts_word(glossary: str) -> None:
    words = screen_words(glossary)
    clashes = [
        (word, shown)
        for word in words
        for shown in words.values()
        if re.search(rf"\b{re.escape(word)}s?\b", shown, flags=re.IGNORECASE)
    ]
    assert clashes == []


def test_every_row_has_two_filled_cells_and_no_word_twice(glossary: str) -> None:
    lines = [line for line in glossary.splitlines() if line.startswith("|") and not line.startswith("|---")]
    assert all(re.fullmatch(r"\| [^|]+ \| [^|]+ \|", line) for line in lines)
    tables = re.split(r"^\| word \| what it means \|$", glossary, flags=re.MULTILINE)[1:]
    words = [word for table in tables for word, _ in rows(table.lstrip("\n").removeprefix("|---|---|\n"))]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_every_record_of_the_code_is_in_the_glossary(glossary: str) -> None:
    assert sorted(nouns_of_models() - {word.lower() for word in defined(glossary)}) == []
