"""A locked workbook by page: the password is asked, used and kept nowhere."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import Client as Browser
from django_q.conf import Conf

from kith.access.api import roles
from kith.audit.models import AuditRow
from kith.casework.models import Session
from kith.exchange.models import WorkbookImport
from kith.kernel.ids import new_id
from tests.factories.workbook import write_workbook
from tests.files.locking import locked_agile

SignIn = Callable[..., Browser]
PASSWORD = "Weirdale-Lock-77"  # noqa: S105  of a made-up workbook


@pytest.fixture
def place(
    signed_in: SignIn, service: object, monkeypatch: pytest.MonkeyPatch, transactional_db: None
) -> tuple[Browser, str]:
    """A manager's browser and the page of the locked file she brought in."""
    monkeypatch.setattr(Conf, "SYNC", True)
    browser, plain = signed_in(roles.SERVICE_MANAGER), BytesIO()
    write_workbook(plain, clients=5)
    file = SimpleUploadedFile("export.xlsx", locked_agile(plain.getvalue(), PASSWORD))
    given = {"key": str(new_id()), "service": str(service.id), "profile": "health-trainer-export", "file": file}
    return browser, str(browser.post("/bring-in/", given)["Location"])


def _everything_kept(folder: Path) -> Iterator[bytes]:
    for model in apps.get_models():
        for row in model._base_manager.all().values_list():
            yield str(row).encode()
    yield from (path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_the_password_is_asked_and_the_file_taken(place: tuple[Browser, str]) -> None:
    browser, address = place
    page = browser.get(address, follow=True)
    assert "Password of the workbook" in page.content.decode()
    browser.post(f"{address}/unlock", {"password": PASSWORD})
    browser.post(f"{address}/take")
    assert WorkbookImport.objects.get().state == "taken"
    assert Session.objects.exists()
    assert "unlocked" in AuditRow.objects.values_list("verb", flat=True)


def test_the_password_is_kept_nowhere(
    place: tuple[Browser, str], settings: object, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    browser, address = place
    browser.post(f"{address}/unlock", {"password": f"wrong {PASSWORD}"})
    browser.post(f"{address}/unlock", {"password": PASSWORD})
    assert WorkbookImport.objects.get().state == "staged"
    assert not any(PASSWORD.encode() in kept for kept in _everything_kept(Path(settings.KITH_DATA)))
    assert PASSWORD not in caplog.text + "".join(capfd.readouterr())


def test_a_wrong_password_is_told_and_asked_again(place: tuple[Browser, str]) -> None:
    browser, address = place
    answer = browser.post(f"{address}/unlock", {"password": "wrong"})
    assert answer.status_code == 422
    assert "The password does not open export.xlsx" in answer.content.decode()
    assert WorkbookImport.objects.get().state == "locked"
    assert 'value="wrong"' not in answer.content.decode()


def test_a_file_is_unlocked_once(place: tuple[Browser, str]) -> None:
    browser, address = place
    browser.post(f"{address}/unlock", {"password": PASSWORD})
    assert browser.post(f"{address}/unlock", {"password": PASSWORD}).status_code == 409


def test_a_locked_file_is_put_aside(place: tuple[Browser, str], settings: object) -> None:
    browser, address = place
    browser.post(f"{address}/put-aside")
    assert WorkbookImport.objects.get().state == "abandoned"
    assert not (Path(settings.KITH_DATA) / "imports" / str(UUID(address.rsplit("/", 1)[1]))).exists()


def test_only_who_may_see_the_file_may_open_it(
    place: tuple[Browser, str], signed_in: SignIn, other_service: object
) -> None:
    address = f"{place[1]}/unlock"
    assert signed_in(roles.SERVICE_MANAGER, service=other_service).get(address).status_code == 404
    assert signed_in(roles.WORKER).get(address).status_code == 403


def test_no_model_has_room_for_a_password_of_a_file() -> None:
    fields = [field.name for field in WorkbookImport._meta.get_fields() if isinstance(field, models.Field)]
    assert not [name for name in fields if "password" in name]
