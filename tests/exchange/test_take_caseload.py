"""A caseload spreadsheet with one row a client is taken, again and again, and its refused rows come back."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kith.access.api import make_service, system_viewer
from kith.casework.models import Case, Plan, Referral, Session, Signpost
from kith.exchange.api import GivenFile, check_workbook, refused_workbook, take_workbook
from kith.exchange.workbooks.domain.refused import REASON
from kith.files.api import read_sheets
from kith.measures.models import Reading
from kith.people.models import Client
from tests.factories.caseload import write_caseload
from tests.factories.other_kinds import as_csv, as_ods, as_xls, as_zip_of_csv
from tests.factories.workbook import Planted

PROFILE = "caseload-one-row-a-client"
MODELS = {
    "clients": Client, "referrals": Referral, "plans": Plan, "visits": Session, "measures": Reading,
    "signposts": Signpost,
}  # fmt: skip
Take = Callable[[bytes], dict[str, Any]]


@pytest.fixture
def made(tmp_path: Path) -> tuple[bytes, Planted]:
    """A spreadsheet with every fault."""
    planted = write_caseload(tmp_path / "caseload.xlsx", clients=20)
    return (tmp_path / "caseload.xlsx").read_bytes(), planted


@pytest.fixture
def given(db: None) -> dict[str, Any]:
    """Who brings files into a new service."""
    service = make_service(viewer=system_viewer(), name="Ferndale")
    return {"viewer": system_viewer(), "service_id": service.id, "progress": lambda _: None}


def _take(given: dict[str, Any], content: bytes) -> dict[str, Any]:
    return take_workbook(file=GivenFile("caseload.xlsx", content, PROFILE), **given)


def _counts() -> dict[str, int]:
    return {part: model.objects.count() for part, model in MODELS.items()}


def _changed(account: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    """(new, changed, refused) of each part where one of these is not nought."""
    found = {
        each["sheet"].removeprefix("Caseload: "): (each["new"], each["changed"], each["refused"])
        for each in account["sheets"]
    }
    return {part: counts for part, counts in found.items() if any(counts)}


def test_every_record_is_taken(given: dict[str, Any], made: tuple[bytes, Planted]) -> None:
    content, planted = made
    account = _take(given, content)
    assert _counts() == {part: planted.taken(part) for part in MODELS}
    parts = [each["sheet"] for each in account["sheets"]]
    assert parts == ["Team", *(f"Caseload: {part}" for part in MODELS)]
    assert Case.objects.count() == planted.taken("referrals")
    assert not Session.objects.filter(case=None).exists()


def test_a_check_writes_nothing_and_says_the_same(given: dict[str, Any], made: tuple[bytes, Planted]) -> None:
    check = check_workbook(file=GivenFile("caseload.xlsx", made[0], PROFILE), **given)
    assert set(_counts().values()) == {0}
    assert check.account == _take(given, made[0])
    columns = {each["heading"]: each["field"] for each in check.columns[1]["columns"]}
    assert [each["sheet"] for each in check.columns] == ["Team", "Caseload"]
    assert columns["Start Date"] == "taken_on"
    assert columns["Visit 6 Notes"] == "note"
    assert columns["Weight"] is columns["Old ref"] is None


def test_the_same_file_again_changes_nothing(given: dict[str, Any], made: tuple[bytes, Planted]) -> None:
    _take(given, made[0])
    before = [sorted(map(str, model.objects.values_list())) for model in MODELS.values()]
    again = _take(given, made[0])
    assert [sorted(map(str, model.objects.values_list())) for model in MODELS.values()] == before
    assert all(each["new"] == each["changed"] == 0 for each in again["sheets"])


def test_a_visit_that_changed_changes_and_no_other(given: dict[str, Any], tmp_path: Path) -> None:
    write_caseload(tmp_path / "caseload.xlsx", clients=5, faults=False)
    _take(given, (tmp_path / "caseload.xlsx").read_bytes())
    book = load_workbook(tmp_path / "caseload.xlsx")
    book["Caseload"]["W6"].value = "1 hr 15"
    later = BytesIO()
    book.save(later)
    assert _changed(_take(given, later.getvalue())) == {"visits": (0, 1, 0)}
    assert Session.objects.get(reference="FD0001/1/1").minutes == 75


def test_refused_rows_come_back_as_they_were_and_are_taken_once_corrected(
    given: dict[str, Any], made: tuple[bytes, Planted]
) -> None:
    content, planted = made
    refused = refused_workbook(check_workbook(file=GivenFile("caseload.xlsx", content, PROFILE), **given).refused)
    _take(given, content)
    before = _counts()
    book = load_workbook(BytesIO(refused))
    sheet = book["Caseload"]
    assert [sheet.cell(1, column).value for column in (1, 2, 23)] == [REASON, "Client ref ", "Visit 1"]
    assert [sheet.cell(2, column).value for column in (1, 2, 23, 24)] == [None, None, "Date", "Mins"]
    reasons = {str(sheet.cell(row, 1).value): row for row in range(3, sheet.max_row + 1)}
    row = next(row for why, row in reasons.items() if "6wk f/up is not a date" in why)
    assert next(why for why, at in reasons.items() if at == row).startswith("Visit 2 Date (column Z): 6wk f/up")
    again = _take(given, refused)
    assert {part: each[:2] for part, each in _changed(again).items() if any(each[:2])} == {}
    assert sum(each["refused"] for each in again["sheets"]) == sum(planted.refused.values())
    sheet.cell(row, 27).value = "03/07/2024"
    birth = next(row for why, row in reasons.items() if "31/02/1970 is not a date" in why)
    sheet.cell(birth, 6).value = "28/02/1970"
    corrected = BytesIO()
    book.save(corrected)
    account = _take(given, corrected.getvalue())
    told = {part: each[0] for part, each in _changed(account).items() if each[0]}
    assert [told[part] for part in ("clients", "referrals", "plans", "visits")] == [1, 1, 1, 3]
    assert {part: _counts()[part] - before[part] for part in MODELS} == {**dict.fromkeys(MODELS, 0), **told}
    assert not [each for each in account["questions"] if each["kind"] == "no_longer_in_file"]


@pytest.mark.parametrize("make", [as_xls, as_ods, as_zip_of_csv])
def test_saved_as_another_kind_of_file_it_is_taken_alike(
    make: Callable[..., bytes], given: dict[str, Any], made: tuple[bytes, Planted]
) -> None:
    expected = check_workbook(file=GivenFile("caseload.xlsx", made[0], PROFILE), **given).account
    account = _take(given, make(read_sheets(made[0])))
    assert account == expected


def test_a_csv_file_of_the_caseload_alone_needs_workers_that_are_known(
    given: dict[str, Any], made: tuple[bytes, Planted]
) -> None:
    caseload = as_csv(read_sheets(made[0])[1])
    alone = check_workbook(file=GivenFile("kerry 2024.csv", caseload, PROFILE), **given).account
    assert "is not on the sheet Team and is not known to Kith" in str(alone["problems"])
    expected = _take(given, made[0])
    again = _take(given, caseload)
    assert [each["unchanged"] for each in again["sheets"]] == [each["taken"] for each in expected["sheets"][1:]]
