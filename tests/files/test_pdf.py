"""A page becomes a PDF that a screen reader can read, and nothing is fetched on the way."""

import sys
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from kith.files.api import PdfNotPossibleError, pdf_bytes
from tests.files.pdf_tags import tags_of

PAGE = b"""<!DOCTYPE html><html lang="en-GB"><head><title>Plain words</title></head>
<body><h1>Plain words</h1><p>Text.</p>
<table><caption>Two numbers</caption><thead><tr><th scope="col">One</th></tr></thead><tbody><tr><td>2</td></tr></tbody>
</table><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" role="img" aria-labelledby="t">
<title id="t">Nine</title>
<rect width="9" height="9"/></svg></body></html>"""


def test_headings_tables_and_pictures_carry_their_tags() -> None:
    tags = tags_of(pdf_bytes(PAGE))
    assert {"H1", "P", "Table", "TH", "TD", "Figure"} <= {each.kind for each in tags}
    assert [each.words for each in tags if each.kind == "Figure"] == ["Nine"]


def test_file_says_its_title_and_its_language(tmp_path: Any) -> None:
    written = tmp_path / "page.pdf"
    written.write_bytes(pdf_bytes(PAGE))
    with PdfReader(written) as read:
        root: DictionaryObject = read.trailer["/Root"].get_object()
        assert root["/MarkInfo"] == {"/Marked": True}
        assert root["/Lang"] == "en-GB"
        assert read.metadata.title == "Plain words"


def test_same_page_gives_the_same_bytes() -> None:
    assert pdf_bytes(PAGE) == pdf_bytes(PAGE)


def test_nothing_is_fetched_from_outside_nor_from_the_machine(tmp_path: Any) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("p::after{content:'leaked'}")
    page = f'<link rel="stylesheet" href="{secret.as_uri()}"><p>Text.</p><img src="https://example.org/a.png" alt="a">'
    written = tmp_path / "page.pdf"
    written.write_bytes(pdf_bytes(page.encode()))
    with PdfReader(written) as read:
        assert "leaked" not in read.pages[0].extract_text()


def test_machine_without_pango_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(PdfNotPossibleError, match="apt-get install libpango"):
        pdf_bytes(PAGE)
