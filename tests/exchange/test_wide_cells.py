"""Cells of a caseload spreadsheet: several values, words beside a day, units, numbers for days, nothing at all."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.exchange.workbooks.domain.composed import LONGEST, Composed
from kith.exchange.workbooks.domain.profile import load_profile
from kith.exchange.workbooks.domain.readings.dates import DateRule, read_serial
from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.exchange.workbooks.domain.readings.numbers import without_unit
from kith.exchange.workbooks.domain.understand import understand
from kith.exchange.workbooks.domain.understanding import Understanding
from kith.files.api import NO_RESULT, Cell, CellError, Sheet
from tests.exchange.understanding import TODAY

PROFILE = load_profile("caseload-one-row-a-client")
RULE = DateRule(dt.date(1950, 1, 1), TODAY, why_latest="lies in the future")


def _read(**cells: Cell) -> Understanding:
    """One row of a client with these cells, by their headings with lines for spaces."""
    headings = ["Client ref", *(name.replace("_", " ") for name in cells)]
    return understand([Sheet("Caseload", [headings, ["A1", *cells.values()]])], PROFILE, today=TODAY)


def _issues(understanding: Understanding) -> list[tuple[object, object]]:
    return [(each.values["issue_words"] or each.values["issue"], each.values.get("outcome")) for each in
            understanding.records("plan")]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "issues"),
    [
        ("Smoking", ["Smoking"]),
        ("smoking; diet / housing", ["Smoking", "diet / housing"]),
        ("smoking; diet / exercise", ["Smoking", "Diet", "Exercise"]),
        ("diet/exercise,drinking\nlow mood", ["Diet", "Exercise", "Alcohol", "Emotional wellbeing"]),
        ("damp flat and no heating", ["damp flat and no heating"]),
        ("walking and eating", ["Exercise", "Diet"]),
        ("Smoking;; n/a ; ", ["Smoking"]),
        ("", [""]),
        (7.0, ["7"]),
    ],
)
def test_the_issues_of_a_cell(cell: Cell, issues: list[str]) -> None:
    found = _issues(_read(Issues=cell, PHP_date="01/02/2024"))
    assert [issue for issue, _ in found] == issues


def test_the_same_issue_twice_in_a_cell_is_one_plan() -> None:
    understanding = _read(Issues="smoking; Stop smoking", PHP_date="01/02/2024")
    assert [(each.taken, each.repeated) for each in understanding.sheets if each.part == "plans"] == [(1, 1)]


@pytest.mark.parametrize(("outcome", "outcomes"), [("", ["ongoing", "ongoing"]), ("Part; Achieved", ["part", "full"])])
def test_outcomes_belong_to_issues_in_their_order(outcome: str, outcomes: list[str]) -> None:
    found = _issues(_read(Issues="Diet; Smoking", PHP_date="01/02/2024", Outcome=outcome))
    assert [each for _, each in found] == outcomes


def test_an_outcome_without_an_issue_is_refused() -> None:
    problem = _read(Issues="", PHP_date="01/02/2024", Outcome="Achieved").problems[0]
    assert problem.sentence.startswith("Issues (column B) has 0 values and this cell 1. Write one for each")


@pytest.mark.parametrize(
    "cell", ["DNA 12/05/2024", "12.05.24 (dna)", "12/05/2024: Did not attend", "UTA - 12 May 2024"]
)
def test_words_beside_a_day_settle_whether_somebody_came(cell: str) -> None:
    visit = _read(Visit_1_date=cell).records("session")[0].values
    assert (visit["held_on"], visit["attended"]) == (dt.date(2024, 5, 12), False)


def test_words_beside_a_day_may_not_contradict_the_column_for_them() -> None:
    assert _read(Visit_1_date="DNA 12/05/2024", Visit_1_attended="DNA").problems == []
    problem = _read(Visit_1_date="DNA 12/05/2024", Visit_1_attended="Y").problems[0]
    assert problem.sentence == "This cell says otherwise than the one for attended. Make the two say the same."


@pytest.mark.parametrize("cell", ["DNA", "dna ", "Cancelled -"])
def test_words_without_a_day_are_refused(cell: str) -> None:
    problem = _read(Visit_1_date=cell).problems[0]
    assert problem.sentence.startswith(f"{cell.strip()} says what became of it and not when. Write the day beside it")


@pytest.mark.parametrize("cell", ["n/a", " N/A ", "-", "None", "not  done", "?", "", "  "])
def test_words_for_nothing_are_nothing(cell: str) -> None:
    understanding = _read(Visit_1_date=cell, Start_date="01/02/2024", Start_BMI=cell, Surname=cell)
    assert understanding.records("session") == understanding.records("reading") == understanding.problems == []
    assert understanding.records("client")[0].values["surname"] == ""


@pytest.mark.parametrize(
    ("measure", "cell", "value"),
    [("BMI", "31.2 kg/m2", 31200), ("BMI", "31.2", 31200), ("WHO-5", "64 %", 64000), ("WHO-5", "64/100", 64000),
     ("Life satisfaction", "7 / 10", 7000), ("Fruit and veg", "3 a day", 3000), ("Self efficacy", "31", 31000)],
)  # fmt: skip
def test_a_value_with_its_unit_is_the_value(measure: str, cell: str, value: int) -> None:
    understanding = _read(**{"Start_date": "01/02/2024", f"Start_{measure}": cell})
    assert [each.values["value_thousandths"] for each in understanding.records("reading")] == [value]


@pytest.mark.parametrize("cell", ["82kg", "13 st 2", "31.2 kg/m3", "7/40", "12 stone"])
def test_a_value_with_another_unit_is_refused(cell: str) -> None:
    problem = _read(Start_date="01/02/2024", Start_BMI=cell).problems[0]
    assert (problem.column, problem.value) == ("Start BMI (column C)", cell)
    assert problem.sentence.endswith(".")


@given(st.decimals(0, 10_000, places=1), st.sampled_from(["kg/m2", "%", "/10", "points"]), st.sampled_from(["", " "]))
def test_only_the_units_that_are_named_are_taken_off(number: object, unit: str, space: str) -> None:
    assert without_unit(f"{number}{space}{unit}", [unit]) == str(number)
    with pytest.raises(CannotReadError, match="which is not read here"):
        without_unit(f"{number}{space}{unit}", ["kelvin"])


@given(st.dates(dt.date(1950, 1, 1), TODAY))
def test_a_day_as_excel_counts_it_is_that_day(day: dt.date) -> None:
    serial = (day - dt.date(1899, 12, 30)).days
    assert read_serial(str(serial), RULE) == read_serial(float(serial), RULE) == day


@pytest.mark.parametrize("cell", ["", "1234", "454200", "01/02/2024", dt.date(2024, 2, 1), "12:30"])
def test_other_cells_are_no_days_as_excel_counts_them(cell: Cell) -> None:
    assert read_serial(cell, RULE) is None


@given(st.lists(st.text(max_size=60), min_size=2, max_size=4), st.integers(1, 99))
def test_a_composed_key_fits_and_is_always_the_same(parts: list[str], number: int) -> None:
    fields = [f"f{at}" for at in range(len(parts))]
    values = dict(zip(fields, parts, strict=True))
    composed = Composed("key", (*fields, "n"), number)
    key = composed.value(values)
    assert key is not None
    assert len(key) <= LONGEST
    assert key == composed.value(values)
    assert Composed("key", (*fields, "n"), number + 1).value(values) != key


def test_a_composed_key_without_its_first_part_is_not_known() -> None:
    assert Composed("key", ("client", "n"), 1).value({"client": None}) is None


_VISITS = st.lists(
    st.one_of(st.none(), st.tuples(st.dates(dt.date(2020, 1, 1), TODAY), st.one_of(st.none(), st.integers(0, 240)))),
    max_size=12,
)


@given(_VISITS)
def test_visits_written_side_by_side_are_read_as_they_were(visits: list[tuple[dt.date, int | None] | None]) -> None:
    cells: dict[str, Cell] = {}
    for number, visit in enumerate(visits, 1):
        cells[f"Visit_{number}_date"] = visit[0] if visit else ""
        cells[f"Visit_{number}_mins"] = float(visit[1]) if visit and visit[1] is not None else ""
    understanding = _read(Surname="Lee", **cells)
    found = {str(each.values["session_id"]): (each.values["held_on"], each.values["minutes"]) for each in
             understanding.records("session")}  # fmt: skip
    assert found == {f"A1/1/{number}": visit for number, visit in enumerate(visits, 1) if visit}
    assert understanding.problems == []


def test_a_formula_without_its_result_is_refused_and_not_taken_for_a_blank() -> None:
    understanding = _read(Consent=CellError(NO_RESULT))
    assert [(each.column, each.sentence) for each in understanding.problems if "formula" in each.sentence] == [
        (
            "Consent (column B)",
            "The cell holds a formula, and the file not its result. Save the file in Excel and bring it in again.",
        )
    ]
    assert all(not sheet.records for sheet in understanding.sheets)
