"""A made workbook is understood as it was planted, row for row."""

from collections import Counter
from pathlib import Path

import pytest

from kith.files.api import read_sheets
from tests.exchange.understanding import understood
from tests.factories.workbook import write_workbook
from tests.factories.workbook_words import HEADINGS


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_was_planted_is_found(tmp_path: Path, seed: int) -> None:
    planted = write_workbook(tmp_path / "made.xlsx", clients=250, seed=seed)
    understanding = understood(read_sheets(tmp_path / "made.xlsx"))
    for sheet in understanding.sheets:
        expected = (planted.read[sheet.sheet], planted.taken(sheet.sheet), planted.repeated[sheet.sheet])
        assert (sheet.read, sheet.taken, sheet.repeated) == expected
        assert sheet.refused == planted.refused[sheet.sheet]
    assert Counter(question.kind for question in understanding.questions) == planted.questions


def test_a_workbook_made_without_faults_has_none(tmp_path: Path) -> None:
    planted = write_workbook(tmp_path / "made.xlsx", clients=100, seed=5, faults=False)
    understanding = understood(read_sheets(tmp_path / "made.xlsx"))
    assert understanding.problems == []
    assert understanding.questions == []
    assert {sheet.sheet: sheet.taken for sheet in understanding.sheets} == dict(planted.read)


def test_the_same_seed_makes_the_same_cells(tmp_path: Path) -> None:
    write_workbook(tmp_path / "one.xlsx", clients=40, seed=9)
    write_workbook(tmp_path / "other.xlsx", clients=40, seed=9)
    assert read_sheets(tmp_path / "one.xlsx") == read_sheets(tmp_path / "other.xlsx")
    assert len(read_sheets(tmp_path / "one.xlsx")) == len(HEADINGS) + 1
