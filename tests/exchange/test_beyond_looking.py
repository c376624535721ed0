"""What cannot be described by looking at a file is said plainly, and never of a file that can."""

from pathlib import Path

import pytest

from kith.exchange.workbooks.domain.beyond_looking import beyond_looking
from kith.exchange.workbooks.domain.profile import load_profile, profile_names
from kith.files.api import Sheet, read_sheets
from tests.factories.caseload import write_caseload
from tests.factories.sheets import sheets

REVIEWED = [load_profile(name) for name in profile_names()]
TITLE = "Caseload spreadsheet, one row a client"
CALLS = ["Ref", "Known as", "Call 1", "Call 2", "Call 3"]


@pytest.fixture
def caseload(tmp_path: Path) -> Sheet:
    """The caseload of a made spreadsheet."""
    write_caseload(tmp_path / "made.xlsx", clients=3, faults=False)
    return read_sheets(tmp_path / "made.xlsx")[1]


def test_a_sheet_of_a_kind_that_is_known_is_named_with_that_kind(caseload: Sheet) -> None:
    told = beyond_looking([Sheet("Team", []), caseload], REVIEWED)
    assert len(told) == 3
    assert "several records side by side in one row (Visit 1, Visit 2, Visit 3, ...)" in told[0]
    assert "seem to fill two rows: BMI, WHO-5, Mins, ... stand there more than once" in told[1]
    assert told[2] == f"Kith knows a kind of file like this: bring it in as {TITLE}."


def test_a_sheet_of_another_name_is_to_be_called_so(caseload: Sheet) -> None:
    renamed = Sheet("Kerry", caseload.rows, caseload.first_row, caseload.first_column)
    told = beyond_looking([Sheet("Team", []), renamed], REVIEWED)
    assert told[-1].endswith(f"call the sheet Kerry Caseload, and bring it in as {TITLE}.")
    assert beyond_looking([renamed], REVIEWED)[-1].endswith(f"like this: bring it in as {TITLE}.")


def test_a_sheet_of_no_kind_that_is_known_is_told_what_to_do() -> None:
    told = beyond_looking([Sheet("People", [["Our people"], CALLS, ["A", "Zoë", "1/2/24", "", ""]])], REVIEWED)
    assert "(Call 1, Call 2, Call 3)" in told[0]
    assert "give each record a row of its own" in told[1]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Ref", "Seen", "Came"], ["A", "Y", "Y"], ["B", "Y", "Y"]],
        [["Ref", "Address line 1", "Address line 2"], ["A", "1 Mill Lane", "Northport"]],
        [["List"], ["Ref", "Score"], ["Session 1", 4.0], ["Session 2", 5.0]],
    ],
)
def test_a_sheet_with_a_row_for_each_record_is_told_nothing(rows: list[list[str]]) -> None:
    assert beyond_looking([Sheet("People", rows)], REVIEWED) == []


def test_the_layout_of_an_export_is_told_nothing() -> None:
    assert beyond_looking(sheets(), REVIEWED) == []
