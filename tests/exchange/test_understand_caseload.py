"""A caseload spreadsheet with one row a client is understood record for record, faults and all."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from kith.exchange.workbooks.domain.profile import load_profile
from kith.exchange.workbooks.domain.understand import understand
from kith.exchange.workbooks.domain.understanding import Understanding
from kith.files.api import read_sheets
from tests.exchange.slow_caseload import counted
from tests.exchange.understanding import TODAY
from tests.factories.caseload import write_caseload
from tests.factories.workbook import Planted

PROFILE = "caseload-one-row-a-client"


def _understood(path: Path) -> Understanding:
    return understand(read_sheets(path), load_profile(PROFILE), today=TODAY)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Planted, Understanding]:
    """A spreadsheet with every fault, what was planted in it, and what is understood of it."""
    path = tmp_path_factory.mktemp("caseload") / "caseload.xlsx"
    planted = write_caseload(path)
    return path, planted, _understood(path)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_was_planted_is_found(tmp_path: Path, seed: int) -> None:
    planted = write_caseload(tmp_path / "made.xlsx", clients=60, seed=seed)
    understanding = _understood(tmp_path / "made.xlsx")
    for part in (each for each in understanding.sheets if each.part):
        expected = (planted.read[part.part], planted.taken(part.part), planted.repeated[part.part])
        assert (part.read, part.taken, part.repeated) == expected, part.called
        assert part.refused == planted.refused[part.part]
    assert Counter(question.kind for question in understanding.questions) == planted.questions


def test_a_person_with_a_pencil_counts_the_same(made: tuple[Path, Planted, Understanding]) -> None:
    path, _, understanding = made
    assert {each.part: each.read for each in understanding.sheets if each.part} == dict(counted(path))


def test_a_spreadsheet_without_faults_has_none(tmp_path: Path) -> None:
    planted = write_caseload(tmp_path / "made.xlsx", clients=60, seed=5, faults=False)
    understanding = _understood(tmp_path / "made.xlsx")
    assert (understanding.problems, understanding.questions) == ([], [])
    assert {each.part: each.taken for each in understanding.sheets if each.part} == dict(planted.read)


def test_the_same_seed_makes_the_same_cells(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_caseload(tmp_path / f"{name}.xlsx", clients=20, seed=9)
    assert read_sheets(tmp_path / "one.xlsx") == read_sheets(tmp_path / "other.xlsx")


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("Visit 2 Date (column Z)", "6wk f/up", "6wk f/up is not a date. Write the day, month and year"),
        ("Visit 1 Date (column V)", "DNA", "DNA says what became of it and not when. Write the day beside it"),
        ("Visit 1 Date (column V)", "05/28/2024", "The day comes before the month: 28/05/2024, if that is meant."),
        ("Visit 2 Mins (column AA)", "#N/A", "The cell shows the error #N/A. Mend its formula or type the value."),
        ("Start BMI (column P)", "82kg", "82kg is given in kg, which is not read here. Write figures only, or with"),
        ("Start WHO-5 (column Q)", "140", "140 is out of range: Start WHO-5 lies between 0 and 100."),
        ("End Date (column AX)", "", "The End date is blank. Fill it in."),
        ("Outcome (column U)", "Achieved", "has 2 values and this cell 1. Write one for each, in the same order"),
        ("Client ref (column A)", "", "The Client ref is blank. Fill it in."),
        ("Client ref (column A)", "TOTAL", "This is a row of totals, not a record. It was left out."),
        ("DOB (column E)", "31/02/1970", "31/02/1970 is not a date."),
        ("Worker (column K)", "ZZ", "ZZ is not on the sheet Team and is not known to Kith. Correct the ID or add"),
        ("Client ref (column A)", "FD0045", "says something else (Surname). Of the clients that row was taken"),
    ],
)
def test_each_fault_is_told_once_with_its_place_and_what_to_do(
    made: tuple[Path, Planted, Understanding], column: str, value: str, sentence: str
) -> None:
    path, _, understanding = made
    told = [each for each in understanding.problems if (each.column, each.value) == (column, value)]
    told = [each for each in told if sentence in each.sentence]
    assert len(told) == 1
    letters = column.removesuffix(")").rpartition(" ")[2]
    sheet = next(each for each in read_sheets(path) if each.name == "Caseload")
    cells = {sheet.column_letter(at): cell for at, cell in enumerate(sheet.rows[told[0].row - sheet.first_row])}
    assert str(cells.get(letters, "")).strip().removesuffix(".0") == value


def test_refusals_are_told_in_the_order_of_the_rows(made: tuple[Path, Planted, Understanding]) -> None:
    *_, understanding = made
    rows = [each.row for each in understanding.problems]
    assert rows == sorted(rows)
    assert len(set(understanding.problems)) == len(rows)
    beside = [each for each in understanding.problems if each.sentence.startswith("The client FD")]
    assert {each.sentence.partition(" was refused, ")[2] for each in beside} == {
        "so all that stands in the same row is refused too. Mend what is said of the client."
    }


def test_several_issues_of_one_cell_are_a_plan_each_with_its_own_outcome(
    made: tuple[Path, Planted, Understanding],
) -> None:
    *_, understanding = made
    plans = understanding.records("plan")
    row = next(each.row for each in plans if each.values["issue_words"] == "damp flat")
    several = [each.values for each in plans if each.row == row]
    ref = several[0]["client_id"]
    assert [(each["plan_id"], each["issue"], each["outcome"]) for each in several] == [
        (f"{ref}/1/SMOKING", "Smoking", "full"),
        (f"{ref}/1/DIET", "Diet", "part"),
        (f"{ref}/1/EXERCISE", "Exercise", "none"),
        (f"{ref}/1/LOCALISSUE/DAMPFLAT", "Local issue", "ongoing"),
    ]


def test_nobody_came_is_read_from_beside_the_day(made: tuple[Path, Planted, Understanding]) -> None:
    *_, understanding = made
    missed = [each.values for each in understanding.records("session") if each.values.get("attended") is False]
    assert [(each["held_on"], str(each["session_id"])[-4:]) for each in missed] == [(dt.date(2024, 5, 12), "/1/2")]


def test_a_client_who_came_back_is_one_client_with_the_newest_answer(
    made: tuple[Path, Planted, Understanding],
) -> None:
    *_, understanding = made
    client = next(each for each in understanding.records("client") if each.values["postcode"] == "NX9 9ZZ")
    assert client.values["worker_id"] == "RP"
    visits = [str(each.values["session_id"]) for each in understanding.records("session")]
    ref = client.values["client_id"]
    assert sorted(each for each in visits if each.startswith(f"{ref}/")) == [
        f"{ref}/{time}/{number}" for time in (1, 2, 3) for number in (1, 2)
    ]
