"""Bringing in a file by page gives what the command gives."""

import os
from collections.abc import Callable
from html import unescape
from pathlib import Path
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser
from django_q.conf import Conf

from kith.access.api import roles, system_viewer
from kith.audit.models import AuditRow
from kith.casework.models import Session
from kith.exchange.actions import upload
from kith.exchange.actions.staging import account_kept, folder_of
from kith.exchange.api import GivenFile, take_workbook
from kith.exchange.models import WorkbookImport
from kith.files.api import read_sheets
from kith.kernel.ids import new_id
from tests.factories.workbook import Planted, write_workbook

SignIn = Callable[..., Browser]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def jobs_at_once(monkeypatch: pytest.MonkeyPatch, transactional_db: None) -> None:
    """The worker's jobs run when they are queued."""
    monkeypatch.setattr(Conf, "SYNC", True)


@pytest.fixture
def planted(tmp_path: Path) -> tuple[Path, Planted]:
    """A small workbook with the usual faults."""
    path = tmp_path / "export.xlsx"
    return path, write_workbook(path, clients=15)


def _post(browser: Browser, service_id: UUID, name: str, content: bytes) -> str:
    answer = browser.post(
        "/bring-in/",
        {"key": str(new_id()), "service": str(service_id), "profile": "health-trainer-export",
         "file": SimpleUploadedFile(name, content, XLSX)},
    )  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


@pytest.mark.usefixtures("jobs_at_once")
def test_a_file_is_checked_then_taken_and_told_as_by_command(
    signed_in: SignIn, service: object, planted: tuple[Path, Planted]
) -> None:
    path, made = planted
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _post(browser, service.id, "export.xlsx", path.read_bytes())
    page = browser.get(place).content.decode()
    assert "Check the file before it is taken" in page
    assert not Session.objects.exists()
    browser.post(f"{place}/take")
    assert "The file was taken" in browser.get(place).content.decode()
    assert Session.objects.count() == made.taken("Sessions")
    sheets = {each["sheet"]: each for each in WorkbookImport.objects.get().sheets}
    assert {name: each["refused"] for name, each in sheets.items()} == {name: made.refused[name] for name in sheets}


@pytest.mark.usefixtures("jobs_at_once")
def test_the_sample_workbook_gives_by_page_what_it_gives_by_command(
    signed_in: SignIn, service: object, other_service: object, northport: Path
) -> None:
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _post(browser, service.id, northport.name, northport.read_bytes())
    browser.post(f"{place}/take")
    by_page = account_kept(UUID(place.rsplit("/", 1)[1]))
    file = GivenFile(northport.name, northport.read_bytes(), "health-trainer-export")
    by_command = take_workbook(viewer=system_viewer(), service_id=other_service.id, file=file, progress=lambda _: None)
    assert {key: by_page[key] for key in by_command} == by_command
    records = [Session.objects.filter(client__service=each) for each in (service, other_service)]
    told = [sorted(each.values_list("reference", "held_on", "minutes", "attended")) for each in records]
    assert told[0] == told[1] != []


def test_a_job_that_stopped_is_begun_again_from_the_page(
    signed_in: SignIn,
    service: object,
    planted: tuple[Path, Planted],
    monkeypatch: pytest.MonkeyPatch,
    transactional_db: None,
) -> None:
    browser = signed_in(roles.SERVICE_MANAGER)
    monkeypatch.setattr(upload, "async_task", lambda *_: None)
    place = _post(browser, service.id, "export.xlsx", planted[0].read_bytes())
    progress = folder_of(UUID(place.rsplit("/", 1)[1])) / "progress"
    progress.write_text("Reading the file")
    assert "Begin again" not in browser.get(place).content.decode()
    os.utime(progress, (0, 0))
    assert "Begin again" in browser.get(place).content.decode()
    monkeypatch.undo()
    monkeypatch.setattr(Conf, "SYNC", True)
    browser.post(f"{place}/begin-again")
    assert "Check the file before it is taken" in browser.get(place).content.decode()


@pytest.mark.usefixtures("jobs_at_once")
def test_a_file_is_taken_once_however_often_the_button_is_pressed(
    signed_in: SignIn, service: object, planted: tuple[Path, Planted]
) -> None:
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _post(browser, service.id, "export.xlsx", planted[0].read_bytes())
    browser.post(f"{place}/take")
    again = browser.post(f"{place}/take")
    assert again.status_code == 409
    assert "not waiting to be taken" in again.content.decode()


@pytest.mark.usefixtures("jobs_at_once")
def test_the_refused_rows_are_handed_out_to_whoever_may_see_the_file_and_written_down(
    signed_in: SignIn, service: object, other_service: object, planted: tuple[Path, Planted]
) -> None:
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _post(browser, service.id, "export.xlsx", planted[0].read_bytes())
    assert f"{place}/refused.xlsx" in browser.get(place).content.decode()
    answer = browser.get(f"{place}/refused.xlsx")
    assert [sheet.name for sheet in read_sheets(answer.content)] == ["How to", "Sessions", "Measures"]
    assert AuditRow.objects.filter(verb="handed_out", record_type="refused_rows").count() == 1
    again = _post(browser, service.id, "refused-rows.xlsx", answer.content)
    assert "Check the file before it is taken" in browser.get(again).content.decode()
    assert signed_in(roles.SERVICE_MANAGER, service=other_service).get(f"{place}/refused.xlsx").status_code == 404
    browser.post(f"{place}/put-aside")
    assert browser.get(f"{place}/refused.xlsx").status_code == 404


@pytest.mark.usefixtures("jobs_at_once")
def test_a_file_put_aside_leaves_nothing(
    signed_in: SignIn, service: object, planted: tuple[Path, Planted], settings: object
) -> None:
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _post(browser, service.id, "export.xlsx", planted[0].read_bytes())
    browser.post(f"{place}/put-aside")
    assert not Session.objects.exists()
    assert not (Path(settings.KITH_DATA) / "imports" / place.rsplit("/", 1)[1]).exists()
    assert "Put aside" in browser.get("/bring-in/").content.decode()


@pytest.mark.usefixtures("jobs_at_once")
def test_a_file_that_is_no_workbook_is_told_in_a_sentence(signed_in: SignIn, service: object) -> None:
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _post(browser, service.id, "export.xlsx", b"not a workbook at all")
    page = browser.get(place).content.decode()
    assert "The file was not taken" in page
    assert WorkbookImport.objects.get().sentence in unescape(page)


def test_only_a_manager_brings_in_a_file(signed_in: SignIn) -> None:
    assert signed_in(roles.WORKER).get("/bring-in/").status_code == 403
    assert signed_in(roles.SERVICE_MANAGER).get("/bring-in/").status_code == 200


@pytest.mark.usefixtures("jobs_at_once")
def test_a_manager_of_another_service_does_not_find_it(
    signed_in: SignIn, service: object, other_service: object, planted: tuple[Path, Planted]
) -> None:
    place = _post(signed_in(roles.SERVICE_MANAGER), service.id, "export.xlsx", planted[0].read_bytes())
    assert signed_in(roles.SERVICE_MANAGER, service=other_service).get(place).status_code == 404
