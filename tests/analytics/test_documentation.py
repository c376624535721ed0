"""Each worked example of the bench's pages gives what the page says."""

import doctest
from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).parents[2] / "docs" / "analytics").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_gives_what_it_says(page):
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert tried, "The page has no worked example."
    assert not failed


def test_every_part_of_the_bench_has_a_page():
    listed = (PAGES[0].parent / "README.md").read_text(encoding="utf-8")
    assert all(f"({page.name})" in listed for page in PAGES if page.name != "README.md")
