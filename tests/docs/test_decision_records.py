"""Decision records keep their form, and the index lists each of them."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "docs" / "adr"
RECORDS = sorted(FOLDER.glob("[0-9]*.md"))
HEADINGS = ["Question", "Options", "Decision", "Reason", "Consequence"]
STATUS = re.compile(r"^Status: (accepted|superseded by \[\d{4}\]\([^)]+\)), \d{1,2} [A-Z][a-z]+ \d{4}$", re.MULTILINE)
ONE_PAGE = 60


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_record_has_each_section_once_in_order(path: Path) -> None:
    assert re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_record_says_its_number_and_status_and_fits_a_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {path.stem[:4]} ")
    assert STATUS.search(text)
    assert len(text.splitlines()) <= ONE_PAGE


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_record_weighs_more_than_one_option(path: Path) -> None:
    options = path.read_text(encoding="utf-8").split("## Options")[1].split("## Decision")[0]
    assert len(re.findall(r"\*\*[^*]+\*\*", options)) >= 2


def test_numbers_run_without_a_gap() -> None:
    assert [int(path.stem[:4]) for path in RECORDS] == list(range(1, len(RECORDS) + 1))


def test_index_lists_each_record_by_its_title() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    titles = {path.name: path.read_text(encoding="utf-8").splitlines()[0][len("# 0000 ") :] for path in RECORDS}
    lines = [f"| [{name[:4]}]({name}) | {title} |" for name, title in titles.items()]
    assert [line for line in lines if line not in index] == []
