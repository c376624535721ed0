"""The user guide: every picture it shows is there, every picture there is shown, and each is also said in words."""

import re

import pytest

from tests.architecture.rules.tree import ROOT
from tests.browser.walk import WALK

GUIDE = ROOT / "docs" / "guide"
SHOWN = re.compile(r"!\[([^\]]*)\]\(pictures/([^)]+)\.png\)")
MOST_BYTES = 250_000


def _shown() -> dict[str, str]:
    return {name: words for page in sorted(GUIDE.glob("*.md")) for words, name in SHOWN.findall(page.read_text())}


def _there() -> set[str]:
    return {each.stem for each in (GUIDE / "pictures").glob("*.png")}


def test_no_picture_is_missing():
    assert set(_shown()) - _there() == set()


def test_no_picture_is_unused():
    assert _there() - set(_shown()) == set()


def test_every_picture_is_taken_by_the_walk():
    assert {each.name for each in WALK} == _there()


@pytest.mark.parametrize("name", sorted(_shown()))
def test_each_picture_is_said_in_words_and_small_enough_to_load(name):
    assert len(_shown()[name].split()) >= 5
    assert (GUIDE / "pictures" / f"{name}.png").stat().st_size < MOST_BYTES


def test_every_page_of_the_guide_is_in_its_contents():
    contents = (GUIDE / "README.md").read_text()
    pages = {each.name for each in GUIDE.glob("*.md")} - {"README.md"}
    assert {page for page in pages if f"({page})" in contents} == pages
