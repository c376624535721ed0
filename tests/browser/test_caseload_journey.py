"""A manager with a spreadsheet of one row a client is led to its kind, brings it in, and mends a refused visit."""

import pytest
from django_q.conf import Conf
from openpyxl import load_workbook
from playwright.sync_api import expect

from kith.access.api import roles
from kith.casework.models import Session
from tests.factories.caseload import write_caseload

KIND = "Caseload spreadsheet, one row a client"


@pytest.fixture
def made(tmp_path):
    return tmp_path / "caseload.xlsx", write_caseload(tmp_path / "caseload.xlsx", clients=3)


def _bring_in(page, path):
    page.goto("/bring-in/")
    page.get_by_label(KIND).check()
    page.get_by_label("The file").set_input_files(path)
    page.get_by_role("button", name="Check the file").click()


def test_manager_brings_in_a_caseload_and_mends_what_was_refused(journey, make_user, made, tmp_path, monkeypatch):
    monkeypatch.setattr(Conf, "SYNC", True)
    path, planted = made
    with journey.given("a manager who shows Kith a spreadsheet with visits side by side") as page:
        journey.sign_in(make_user(roles.SERVICE_MANAGER))
        page.goto("/bring-in/kinds")
        page.get_by_label("A file of this kind").set_input_files(path)
        page.get_by_role("button", name="Look at the file").click()
    with journey.then("they are told that it cannot be described here, and what it is") as page:
        expect(page.get_by_text("several records side by side in one row")).to_be_visible()
        expect(page.get_by_text(f"bring it in as {KIND}.")).to_be_visible()
    with journey.when("they bring it in as that") as page:
        _bring_in(page, path)
    with journey.then("they see what it holds, and each refusal with row and column") as page:
        expect(page.get_by_role("rowheader", name="Caseload: visits")).to_be_visible()
        expect(page.get_by_text("Visit 2 Date (column Z)").first).to_be_visible()
    with journey.when("they take it, and fetch the refused rows") as page:
        page.get_by_role("button", name="Take the file").click()
        expect(page.get_by_role("heading", name="The file was taken")).to_be_visible()
        with page.expect_download() as fetched:
            page.locator("a[href$='refused.xlsx']").click()
        fetched.value.save_as(tmp_path / "refused.xlsx")
        page.get_by_role("heading", name="The file was taken").click()
    with journey.when("they write the day of one visit and bring the rows in") as page:
        book = load_workbook(tmp_path / "refused.xlsx")
        sheet = book["Caseload"]
        row = next(n for n in range(3, sheet.max_row + 1) if "6wk f/up" in str(sheet.cell(n, 1).value))
        sheet.cell(row, 27).value = "03/07/2024"
        book.save(tmp_path / "refused.xlsx")
        _bring_in(page, tmp_path / "refused.xlsx")
        page.get_by_role("button", name="Take the file").click()
    with journey.then("that visit is there too") as page:
        expect(page.get_by_role("heading", name="The file was taken")).to_be_visible()
        assert Session.objects.count() == planted.taken("visits") + 1
