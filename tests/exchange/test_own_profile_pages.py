"""The pages on which a manager describes a kind of file."""

import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser
from django_q.conf import Conf

from kith.access.api import roles
from kith.audit.models import AuditRow
from kith.exchange.models import OwnProfile
from kith.kernel.errors import NotFoundError
from kith.kernel.ids import new_id
from kith.people.models import Client
from tests.factories.caseload import write_caseload

SignIn = Callable[..., Browser]
ROWS = [["Ref", "Known as", "Family name", "Gender"], ["A1", "Zoë", "Walker", "woman"], ["A2", "Sam", "Lee", "enby"]]


@pytest.fixture
def file() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("People")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
    return stream.getvalue()


def _begin(browser: Browser, service: object, content: bytes, name: str = "Our list.xlsx") -> str:
    given = {"key": str(new_id()), "service": str(service.id), "file": SimpleUploadedFile(name, content)}
    answer = browser.post("/bring-in/kinds", given)
    return str(answer["Location"]) if answer.status_code == 302 else unescape(answer.content.decode())


def _post(browser: Browser, place: str, **given: str) -> object:
    return browser.post(place, {"key": str(new_id()), **given})


def _boxes(page: str) -> dict[str, str]:
    """The label of each question -> the name of its box."""
    return {
        unescape(label.strip()): name
        for name, label in re.findall(r'<label[^>]*for="id_([^"]+)"[^>]*>\s*([^<]+)', page)
    }


def _describe(browser: Browser, place: str) -> None:
    _post(browser, place, title="Our own list", client="People")
    chosen = dict(zip([f"column_{n}" for n in range(4)], ["client_id", "first_name", "surname", "sex"], strict=True))
    _post(browser, f"{place}/client", **chosen)


@pytest.mark.usefixtures("db")
def test_columns_are_shown_with_samples_and_with_what_is_wrong(signed_in: SignIn, service: object, file: bytes) -> None:
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _begin(browser, service, file)
    assert "People" in browser.get(place).content.decode()
    _describe(browser, place)
    page = unescape(browser.get(f"{place}/client").content.decode())
    assert "Zoë · Sam" in page
    assert "2 rows read, 0 would be refused" in page
    assert "1 cell is not understood." in page
    assert "“enby” stands for" in page
    _post(browser, f"{place}/client", **{f"column_{n}": "" for n in range(4)})
    assert "Say which column of the sheet People holds the Client ID" in unescape(browser.get(place).content.decode())


def test_a_file_is_brought_in_by_a_kind_that_was_just_described(
    signed_in: SignIn, service: object, file: bytes, monkeypatch: pytest.MonkeyPatch, transactional_db: None
) -> None:
    monkeypatch.setattr(Conf, "SYNC", True)
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _begin(browser, service, file)
    _describe(browser, place)
    box = _boxes(browser.get(f"{place}/client").content.decode())["“enby” stands for"]
    chosen = dict(zip([f"column_{n}" for n in range(4)], ["client_id", "first_name", "surname", "sex"], strict=True))
    _post(browser, f"{place}/client", **chosen, **{box: "other"})
    checked = _post(browser, f"{place}/ready")["Location"]
    assert "Check the file before it is taken" in browser.get(checked).content.decode()
    _post(browser, f"{checked}/take")
    assert sorted(Client.objects.values_list("reference", "person__sex")) == [("A1", "female"), ("A2", "other")]
    assert "Our own list" in browser.get("/bring-in/").content.decode()
    verbs = AuditRow.objects.filter(record_type="own_profile").values_list("verb", flat=True)
    assert {"began", "changed", "made ready"} <= set(verbs)


@pytest.mark.usefixtures("db")
def test_two_columns_cannot_hold_the_same(signed_in: SignIn, service: object, file: bytes) -> None:
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _begin(browser, service, file)
    _post(browser, place, title="Ours", client="People")
    answer = _post(browser, f"{place}/client", column_0="surname", column_1="surname")
    assert answer.status_code == 422
    assert "Ref and Known as cannot both hold the Surname" in unescape(answer.content.decode())


@pytest.mark.usefixtures("db")
def test_what_is_hidden_in_the_file_is_said_beside_it(signed_in: SignIn, service: object) -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("People")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        sheet.set_column(3, 3, None, None, {"hidden": True})
        book.add_worksheet("Old list").hide()
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _begin(browser, service, stream.getvalue())
    assert "Old list, hidden in the file" in browser.get(place).content.decode()
    _describe(browser, place)
    page = " ".join(browser.get(f"{place}/client").content.decode().split())
    assert re.findall(r"column (\w)(, hidden in the file)?</span>", page) == [
        ("A", ""), ("B", ""), ("C", ""), ("D", ", hidden in the file"),
    ]  # fmt: skip


@pytest.mark.usefixtures("db")
def test_what_is_not_a_workbook_is_said_beside_the_file(signed_in: SignIn, service: object) -> None:
    assert "There is a problem" in _begin(signed_in(roles.SERVICE_MANAGER), service, b"%PDF-1.7 no workbook")
    assert not OwnProfile.objects.exists()


@pytest.mark.usefixtures("db")
def test_it_is_not_ready_while_something_is_lacking(signed_in: SignIn, service: object, file: bytes) -> None:
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _begin(browser, service, file)
    assert "Say which sheet holds the Clients" in unescape(_post(browser, f"{place}/ready").content.decode())
    assert OwnProfile.objects.get().state == "draft"


@pytest.mark.usefixtures("db")
def test_nobody_of_another_service_sees_it(
    signed_in: SignIn, service: object, other_service: object, file: bytes
) -> None:
    place = _begin(signed_in(roles.SERVICE_MANAGER), service, file)
    other = signed_in(roles.SERVICE_MANAGER, service=other_service)
    for address in (place, f"{place}/client"):
        assert other.get(address).status_code == 404
    assert signed_in(roles.WORKER).get(place).status_code == 403


@pytest.mark.usefixtures("db")
def test_a_kind_of_another_service_reads_no_file(service: object, other_service: object) -> None:
    from kith.exchange.queries import profile_for

    own = OwnProfile.objects.create(
        service=service,
        title="Ours",
        based_on="health-trainer-export",
        state="ready",
        by_id=new_id(),
        file_name="a.xlsx",
    )
    assert profile_for(service.id, str(own.id)).title == "Ours"
    with pytest.raises(NotFoundError):
        profile_for(other_service.id, str(own.id))


@pytest.mark.usefixtures("db")
def test_a_sheet_with_several_records_in_a_row_is_told_not_to_be_described_here(
    signed_in: SignIn, service: object, tmp_path: Path
) -> None:
    write_caseload(tmp_path / "caseload.xlsx", clients=2, faults=False)
    browser = signed_in(roles.SERVICE_MANAGER)
    place = _begin(browser, service, (tmp_path / "caseload.xlsx").read_bytes())
    page = unescape(browser.get(place).content.decode())
    assert "More than can be described by looking" in page
    assert "several records side by side in one row (Visit 1, Visit 2, Visit 3, ...)" in page
    assert "bring it in as Caseload spreadsheet, one row a client." in page
