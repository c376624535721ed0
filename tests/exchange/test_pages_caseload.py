"""A caseload spreadsheet by page: checked, taken, its refused rows fetched, corrected and brought in by themselves."""

from collections.abc import Callable
from html import unescape
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser
from django_q.conf import Conf
from openpyxl import load_workbook

from kith.access.api import roles, system_viewer
from kith.casework.models import Session
from kith.exchange.actions.staging import account_kept
from kith.exchange.api import GivenFile, take_workbook
from kith.kernel.ids import new_id
from tests.factories.caseload import write_caseload

PROFILE = "caseload-one-row-a-client"
SignIn = Callable[..., Browser]


@pytest.fixture
def jobs_at_once(monkeypatch: pytest.MonkeyPatch, transactional_db: None) -> None:
    """The worker's jobs run when they are queued."""
    monkeypatch.setattr(Conf, "SYNC", True)


def _bring_in(browser: Browser, service: object, content: bytes) -> str:
    given = {"key": str(new_id()), "service": str(service.id), "profile": PROFILE}
    answer = browser.post("/bring-in/", {**given, "file": SimpleUploadedFile("caseload.xlsx", content)})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


@pytest.mark.usefixtures("jobs_at_once")
def test_by_page_as_by_command_and_corrected_by_itself(
    signed_in: SignIn, service: object, other_service: object, tmp_path: Path
) -> None:
    planted = write_caseload(tmp_path / "caseload.xlsx", clients=10)
    content = (tmp_path / "caseload.xlsx").read_bytes()
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _bring_in(browser, service, content)
    page = unescape(browser.get(place).content.decode())
    assert "Caseload: visits" in page
    assert "records can be taken, 33 are refused. What is refused does not stop the rest." in page
    assert "Visit 2 Date (column Z)" in page
    assert "6wk f/up is not a date." in page
    assert "A visit that lies before one with a smaller number" in page
    browser.post(f"{place}/take")
    file = GivenFile("caseload.xlsx", content, PROFILE)
    by_command = take_workbook(viewer=system_viewer(), service_id=other_service.id, file=file, progress=lambda _: None)
    by_page = account_kept(UUID(place.rsplit("/", 1)[1]))
    assert {key: by_page[key] for key in by_command} == by_command
    assert Session.objects.filter(client__service=service).count() == planted.taken("visits")

    book = load_workbook(BytesIO(browser.get(f"{place}/refused.xlsx").content))
    sheet = book["Caseload"]
    row = next(n for n in range(3, sheet.max_row + 1) if "6wk f/up" in str(sheet.cell(n, 1).value))
    sheet.cell(row, 27).value = "03/07/2024"
    corrected = BytesIO()
    book.save(corrected)
    again = _bring_in(browser, service, corrected.getvalue())
    assert "The file was taken" not in browser.get(again).content.decode()
    browser.post(f"{again}/take")
    assert Session.objects.filter(client__service=service).count() == planted.taken("visits") + 1
