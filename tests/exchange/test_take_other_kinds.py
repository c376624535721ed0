"""The sample workbook, saved as another kind of file, gives the account and the records that the xlsx gives."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kith.access.api import make_service, system_viewer
from kith.exchange.api import GivenFile, check_workbook, take_workbook
from kith.files.api import Sheet, read_sheets
from tests.factories.other_kinds import as_ods, as_xls, as_zip_of_csv

Make = Callable[[list[Sheet]], bytes]
KINDS = {
    "xls": as_xls,
    "ods": as_ods,
    "zip in UTF-8": as_zip_of_csv,
    "zip in Windows-1252": partial(as_zip_of_csv, encoding="cp1252", folder="Northport/export/"),
}


@pytest.fixture(scope="module")
def northport_sheets(northport: Path) -> list[Sheet]:
    """The sample workbook's cells."""
    return read_sheets(northport)


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("kind", KINDS)
def test_the_sample_workbook_is_taken_alike(kind: str, northport_sheets: list[Sheet], northport: Path) -> None:
    viewer, service = system_viewer(), make_service(viewer=system_viewer(), name="Northport")
    workbook = GivenFile(northport.name, northport.read_bytes(), "health-trainer-export")
    other = GivenFile("northport", KINDS[kind](northport_sheets), "health-trainer-export")
    as_workbook = partial(check_workbook, viewer=viewer, service_id=service.id, file=workbook, progress=lambda _: None)
    expected = as_workbook().account
    taken = take_workbook(viewer=viewer, service_id=service.id, file=other, progress=lambda _: None)
    assert taken == expected
    again = as_workbook().account
    assert all(each["new"] == each["changed"] == 0 for each in again["sheets"])
    assert [each["unchanged"] for each in again["sheets"]] == [each["taken"] for each in expected["sheets"]]
