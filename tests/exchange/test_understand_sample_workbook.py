"""The sample workbook is understood to the row."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from kith.exchange.workbooks.domain.understanding import Problem, Understanding
from kith.files.api import read_sheets
from tests.exchange.understanding import counts, understood


@pytest.fixture(scope="module")
def northport_understood(northport: Path) -> Understanding:
    """The sample workbook, understood once."""
    return understood(read_sheets(northport))


def test_every_row_is_accounted_for(northport_understood: Understanding) -> None:
    assert counts(northport_understood) == {
        "Staff": (13, 13, 0, 0),
        "Clients": (1225, 1213, 12, 0),
        "Referrals": (1200, 1200, 0, 0),
        "PHPs": (667, 667, 0, 0),
        "Sessions": (4661, 4658, 0, 3),
        "Measures": (3382, 3381, 0, 1),
        "Signposting": (431, 431, 0, 0),
    }


def test_the_four_bad_rows_are_named(northport_understood: Understanding) -> None:
    assert northport_understood.problems == [
        Problem("Sessions", 4662, "Client ID", "ZZ99999",
                "ZZ99999 is not on the sheet Clients and is not known to Kith. Correct the ID or add that client."),
        Problem("Sessions", 4663, "Date", "31/02/2025",
                "31/02/2025 is not a date. Write the day, month and year, such as 28/02/2025."),
        Problem("Sessions", 4664, "Session ID", "Total", "This is a row of totals, not a record. It was left out."),
        Problem("Measures", 3385, "Value", "140", "140 is out of range: WHO-5 lies between 0 and 100."),
    ]  # fmt: skip


def test_what_is_doubtful_is_asked(northport_understood: Understanding) -> None:
    kinds = Counter(question.kind for question in northport_understood.questions)
    assert kinds == {"attended_but_note_says_dna": 67, "nhs_number_fails_check": 19}
    first = next(one for one in northport_understood.questions if one.kind == "attended_but_note_says_dna")
    assert (first.sheet, first.row, first.column, first.value) == ("Sessions", 6, "Attended", "Y")


def test_repeats_are_paired_with_the_row_they_repeat(northport_understood: Understanding) -> None:
    clients = northport_understood.sheets[1]
    assert clients.repeats[0] == (40, 39)
    assert all(later == earlier + 1 for later, earlier in clients.repeats)


def test_every_column_is_used_and_only_the_notice_is_not(northport_understood: Understanding) -> None:
    assert [column for sheet in northport_understood.sheets for column in sheet.columns if column.field is None] == []
    assert [sheet.missing_columns for sheet in northport_understood.sheets] == [[]] * 7
    assert northport_understood.unused_sheets == ["Read me"]
    assert {sheet.heading_row for sheet in northport_understood.sheets} == {3}


def test_a_client_is_read_whole(northport_understood: Understanding) -> None:
    client = northport_understood.records("client")[1]
    assert (client.row, client.key) == (5, ("NO00002",))
    assert client.values == {
        "client_id": "NO00002", "first_name": "Zoë", "surname": "Patel", "date_of_birth": dt.date(1967, 7, 24),
        "sex": "male", "sex_given": "M", "ethnicity": "A", "ethnicity_given": "White British",
        "nhs_number": "9993524719", "nhs_number_status": "valid", "postcode": "NX15 1FB", "area_code": "E01030786",
        "gp_registered": "yes", "consent_to_evaluation": True, "first_contact_on": dt.date(2024, 12, 26),
        "worker_id": "HT003",
    }  # fmt: skip


def test_every_birth_lies_in_a_lifetime(northport_understood: Understanding) -> None:
    births = [record.values["date_of_birth"] for record in northport_understood.records("client")]
    assert all(isinstance(day, dt.date) and 1920 < day.year < 2008 for day in births)


def test_the_same_file_has_the_same_fingerprints(northport_understood: Understanding, northport: Path) -> None:
    again = understood(read_sheets(northport))
    for one, other in zip(northport_understood.sheets, again.sheets, strict=True):
        assert [record.fingerprint for record in one.records] == [record.fingerprint for record in other.records]
        assert len({record.fingerprint for record in one.records}) == one.taken
