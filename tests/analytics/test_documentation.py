"""Each worked example of the bench's pages gives what the page says."""

import doctest

import pytest

from docs._generate import evidence
from docs._generate.page import NOTICE

PAGES = sorted(evidence.PAGES.glob("*.md"))
WRITTEN = [page for page in PAGES if not page.read_text(encoding="utf-8").startswith(NOTICE)]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.stem)
def test_page_gives_what_it_says(page):
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert tried, "The page has no worked example."
    assert not failed


def test_every_part_of_the_bench_has_a_page():
    listed = (PAGES[0].parent / "README.md").read_text(encoding="utf-8")
    assert all(f"({page.name})" in listed for page in PAGES if page.name != "README.md")


@pytest.mark.parametrize("kind", evidence.KINDS)
def test_every_function_has_evidence_of_each_kind_or_a_reason(kind):
    proven = {name for each in evidence.found() if each.kind == kind for name in each.functions}
    excused = set(evidence.reasons()[kind])
    assert proven | excused == set(evidence.public())
    assert not proven & excused


def test_every_mark_of_evidence_stands_on_a_test_of_a_function():
    assert [each for each in evidence.found() if each.kind in ("printed", "independent") and not each.functions] == []
