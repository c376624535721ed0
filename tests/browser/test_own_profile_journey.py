"""A manager whose file is laid out in another way shows Kith one, and brings it in."""

import io

import pytest
import xlsxwriter
from django_q.conf import Conf
from playwright.sync_api import expect

from kith.access.api import roles
from kith.people.models import Client

ROWS = [
    ["Ref", "Known as", "Family name", "Born", "Gender"],
    ["A1", "Zoë", "Walker", "03/05/1961", "woman"],
    ["A2", "Sam", "Lee", "31/02/1980", "M"],
    ["A3", "Ivy", "Doyle", "7 Jun 1944", "enby"],
]


@pytest.fixture
def file(tmp_path):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Everybody")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
    path = tmp_path / "Our list.xlsx"
    path.write_bytes(stream.getvalue())
    return path


def test_manager_describes_a_kind_of_file_and_brings_it_in(journey, make_user, service, file, monkeypatch):
    monkeypatch.setattr(Conf, "SYNC", True)
    with journey.given("a manager at the page for bringing in a file") as page:
        journey.sign_in(make_user(roles.SERVICE_MANAGER))
        page.goto("/bring-in/")
    with journey.when("their file is laid out in another way, and they show one") as page:
        page.get_by_role("link", name="My file is laid out in another way").click()
        page.get_by_label("A file of this kind").set_input_files(file)
        page.get_by_role("button", name="Look at the file").click()
    with journey.then("they see its sheets, and what is still to be said") as page:
        expect(page.get_by_role("rowheader", name="Everybody")).to_be_visible()
        expect(page.get_by_text("Say which sheet holds the Clients")).to_be_visible()
    with journey.when("they say that it holds clients") as page:
        page.get_by_label("Clients").select_option("Everybody")
        page.get_by_role("button", name="Save").click()
        page.get_by_role("link", name="Clients").last.click()
    with journey.when("they say what each column holds") as page:
        for heading, held in (("Ref", "Client ID"), ("Known as", "First name"), ("Family name", "Surname")):
            page.get_by_label(f"{heading} holds").select_option(held)
        page.get_by_label("Born holds").select_option("DOB")
        page.get_by_label("Gender holds").select_option("Sex")
        page.get_by_role("button", name="Save and look again").click()
    with journey.then("they see what is not understood, beside its column") as page:
        expect(page.get_by_text("31/02/1980 is not a date.")).to_be_visible()
        expect(page.get_by_text("3 rows read, 1 would be refused")).to_be_visible()
    with journey.when("they say what a word stands for, and that it is ready") as page:
        page.get_by_label("“enby” stands for").select_option("Other")
        page.get_by_role("button", name="Save and look again").click()
        page.get_by_role("link", name="Back").click()
        page.get_by_role("button", name="It is ready: check this file by it").click()
    with journey.then("the file is checked by it, and can be taken") as page:
        expect(page.get_by_role("heading", name="Check the file before it is taken")).to_be_visible()
        page.get_by_role("button", name="Take the file").click()
        expect(page.get_by_role("heading", name="The file was taken")).to_be_visible()
        assert sorted(Client.objects.values_list("reference", flat=True)) == ["A1", "A3"]
