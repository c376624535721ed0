"""The statement in the documents and the one on the site say the same."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "kith" / "shell" / "templates" / "shell" / "accessibility.jinja").read_text(encoding="utf-8")
DOCUMENT = " ".join((ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8").split())
POINTS = re.findall(r'<li>\{\{ _\("([^"]+)"\)', PAGE)


def test_statement_on_the_site_has_points() -> None:
    assert len(POINTS) > 5


@pytest.mark.parametrize("point", POINTS)
def test_point_on_the_site_is_in_the_document(point: str) -> None:
    assert point in DOCUMENT


def test_both_say_that_nobody_has_audited_it() -> None:
    assert "no independent audit has been made" in PAGE
    assert "no independent audit has been made" in DOCUMENT
