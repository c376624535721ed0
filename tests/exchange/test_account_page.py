"""The page of a file has words for every question its reader asks."""

from pathlib import Path

from kith.exchange.domain.left_alone import GONE, KEPT
from kith.exchange.web.presenters.account import QUESTION_WORDS, account_page
from tests.factories.workbook import write_workbook


def test_every_kind_of_question_has_its_words(tmp_path: Path) -> None:
    asked = {GONE, KEPT, *write_workbook(tmp_path / "export.xlsx", clients=60).questions}
    assert len(asked) > len({GONE, KEPT})
    assert asked <= set(QUESTION_WORDS)


def test_long_lists_are_cut_and_say_so() -> None:
    problem = {"sheet": "Sessions", "row": 4, "column": "Date", "value": "x", "sentence": "x is not a date."}
    account = {
        "sheets": [], "problems": [problem] * 250, "questions": [], "possible_duplicates": 0, "columns": [],
    }  # fmt: skip
    given = type("Given", (), {"state": "taken"})()
    page = account_page(given, account)
    assert (len(page["problems"]), page["problems_left"]) == (200, 50)
