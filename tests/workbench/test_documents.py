"""Generated documents: a stale one is found, and writing again mends it."""

import pytest

from docs._generate import __main__ as generate
from docs._generate.page import Page, table


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(generate, "FOLDER", tmp_path)
    monkeypatch.setattr(
        generate, "pages", lambda: [Page("rooms.md", "Rooms", ("One.",)), Page("metrics/a.md", "A", ())]
    )
    return tmp_path


def test_documents_not_written_yet_are_stale(folder, capsys):
    assert generate.main(["--check"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "docs/rooms.md is stale: run make docs.",
        "docs/metrics/a.md is stale: run make docs.",
    ]


def test_documents_just_written_are_not_stale(folder):
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0


def test_document_changed_by_hand_is_stale(folder):
    generate.main([])
    (folder / "rooms.md").write_text("# Something else\n")
    assert generate.main(["--check"]) == 1


def test_page_of_a_definition_that_is_gone_is_stale_and_then_removed(folder):
    generate.main([])
    (folder / "metrics" / "b.md").write_text("# B\n")
    assert generate.main(["--check"]) == 1
    generate.main([])
    assert not (folder / "metrics" / "b.md").exists()


def test_bar_within_a_cell_does_not_end_it():
    assert table(("a",), [("x | y",)])[-1] == "| x \\| y |"
