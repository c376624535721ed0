"""A file brought in again: corrections arrive, what was corrected here stays, and nothing is deleted."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kith.access.api import make_service, system_viewer
from kith.access.models import Service
from kith.casework.api import Visit, correct_session
from kith.casework.models import Goal, Plan, Session, Signpost
from kith.exchange.api import GivenFile, take_workbook
from kith.people.api import client_for, consent_of, record_consent
from kith.people.models import Client
from kith.workforce.models import Worker
from tests.factories.workbook import write_workbook

Change = Callable[[Any], None]


@pytest.fixture
def taken(db: None, tmp_path: Path) -> tuple[Service, Path]:
    """A service that took a small workbook without faults."""
    path = tmp_path / "export.xlsx"
    write_workbook(path, clients=12, faults=False)
    service = make_service(viewer=system_viewer(), name="Weirdale")
    _take(service, path)
    return service, path


def _take(service: Service, path: Path) -> dict[str, Any]:
    file = GivenFile(path.name, path.read_bytes(), "health-trainer-export")
    return take_workbook(viewer=system_viewer(), service_id=service.id, file=file, progress=lambda _: None)


def _with(path: Path, sheet: str, change: Change) -> Path:
    book = load_workbook(path)
    change(book[sheet])
    book.save(path)
    return path


def _row_of(sheet: Any, reference: str) -> int:
    return next(row[0].row for row in sheet.iter_rows() if str(row[0].value or "").strip().upper() == reference)


def _changed(account: dict[str, Any]) -> dict[str, int]:
    return {each["sheet"]: each["changed"] for each in account["sheets"] if each["changed"]}


def test_a_corrected_cell_changes_its_record_and_no_other(taken: tuple[Service, Path]) -> None:
    service, path = taken
    session = Session.objects.filter(attended=True).earliest("reference")

    def correct(sheet: Any) -> None:
        sheet.cell(_row_of(sheet, session.reference), 5).value = 55

    account = _take(service, _with(path, "Sessions", correct))
    session.refresh_from_db()
    assert (session.minutes, session.version) == (55, 2)
    assert _changed(account) == {"Sessions": 1}


def test_a_row_gone_from_the_file_is_told_and_stays(taken: tuple[Service, Path]) -> None:
    service, path = taken
    middle = Session.objects.order_by("held_on")[Session.objects.count() // 2]
    account = _take(service, _with(path, "Sessions", lambda sheet: sheet.delete_rows(_row_of(sheet, middle.reference))))
    told = [each["value"] for each in account["questions"] if each["kind"] == "no_longer_in_file"]
    assert told == [middle.reference]
    assert Session.objects.filter(id=middle.id).exists()


def test_what_was_corrected_here_stays_and_is_told(taken: tuple[Service, Path]) -> None:
    service, path = taken
    session = Session.objects.filter(attended=True).exclude(minutes=5).earliest("reference")
    visit = Visit(held_on=session.held_on, minutes=5, mode=session.mode, attended=True, note=session.note)
    correct_session(
        viewer=system_viewer(), session=session, version=session.version, visit=visit, reason="Watch was wrong"
    )
    account = _take(service, path)
    session.refresh_from_db()
    kept = [each for each in account["questions"] if each["kind"] == "kept_as_corrected_here"]
    assert session.minutes == 5
    assert [(each["value"], each["column"]) for each in kept] == [(session.reference, "minutes")]


def test_a_clients_own_no_is_never_overruled_by_a_file(taken: tuple[Service, Path]) -> None:
    service, path = taken
    client = Client.objects.filter(consents__answer="yes").earliest("reference")
    record_consent(viewer=system_viewer(), client=client, purpose="evaluation", answer="no")
    account = _take(service, path)
    assert consent_of(client_for(system_viewer(), client.id), "evaluation") == "no"
    assert client.reference in {each["value"] for each in account["questions"]}


def test_an_outcome_filled_in_later_mends_the_signpost(taken: tuple[Service, Path]) -> None:
    service, path = taken
    before = Signpost.objects.count()

    def fill(sheet: Any) -> None:
        for row in sheet.iter_rows(min_row=4):
            row[3].value = "Y"

    _take(service, _with(path, "Signposting", fill))
    assert Signpost.objects.count() == before > 0
    assert set(Signpost.objects.values_list("outcome", flat=True)) == {"taken_up"}


def test_next_years_file_does_not_call_this_years_work_gone(taken: tuple[Service, Path]) -> None:
    service, path = taken

    def a_year_later(sheet: Any) -> None:
        for row in sheet.iter_rows(min_row=4):
            row[0].value, row[3].value = f"N{row[0].value}", dt.datetime(2025, 6, 1)  # noqa: DTZ001

    before = Session.objects.count()
    account = _take(service, _with(path, "Sessions", a_year_later))
    assert not [each for each in account["questions"] if each["kind"] == "no_longer_in_file"]
    assert Session.objects.count() == 2 * before


def test_a_column_gone_from_the_file_empties_nothing(taken: tuple[Service, Path]) -> None:
    service, path = taken
    before = sorted(Plan.objects.values_list("id", "issue_words"))
    _take(service, _with(path, "PHPs", lambda sheet: sheet.delete_cols(4)))
    assert sorted(Plan.objects.values_list("id", "issue_words")) == before


def test_a_corrected_cell_corrects_what_follows_from_it(taken: tuple[Service, Path]) -> None:
    service, path = taken
    client = Client.objects.select_related("person").earliest("reference")

    def correct(sheet: Any) -> None:
        row = _row_of(sheet, client.reference)
        sheet.cell(row, 5).value, sheet.cell(row, 6).value, sheet.cell(row, 7).value = "Woman", "Irish", "9434765918"

    _take(service, _with(path, "Clients", correct))
    client.person.refresh_from_db()
    person = client.person
    assert (person.sex, person.sex_given, person.ethnicity, person.ethnicity_given) == ("female", "Woman", "B", "Irish")
    assert (person.nhs_number, person.nhs_number_status) == ("9434765918", "fails_check")


def test_a_name_column_gone_from_the_file_renames_nobody(taken: tuple[Service, Path]) -> None:
    service, path = taken
    before = sorted(Worker.objects.values_list("reference", "membership__name"))
    _take(service, _with(path, "Staff", lambda sheet: sheet.delete_cols(2)))
    assert sorted(Worker.objects.values_list("reference", "membership__name")) == before


def test_an_issue_column_gone_from_the_file_empties_no_goal(taken: tuple[Service, Path]) -> None:
    service, path = taken
    before = sorted(Goal.objects.values_list("id", "topic"))
    _take(service, _with(path, "PHPs", lambda sheet: sheet.delete_cols(3)))
    assert sorted(Goal.objects.values_list("id", "topic")) == before
