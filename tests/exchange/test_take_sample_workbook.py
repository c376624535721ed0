"""The sample workbook, faults and all, is taken as it is."""

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kith.access.api import make_service, system_viewer
from kith.access.models import Service
from kith.casework.models import Case, Goal, Plan, Referral, Session, Signpost
from kith.exchange.api import GivenFile, check_workbook, take_workbook
from kith.measures.models import Reading
from kith.people.models import Client, Consent, Person, PossibleDuplicate
from kith.workforce.models import Worker

PROFILE = "health-trainer-export"
TABLES = (Worker, Client, Person, Consent, PossibleDuplicate, Referral, Case, Plan, Goal, Session, Reading, Signpost)


@pytest.fixture
def northport_service(db: None) -> Service:
    """A service without records."""
    return make_service(viewer=system_viewer(), name="Northport")


def _file(path: Path) -> GivenFile:
    return GivenFile(path.name, path.read_bytes(), PROFILE)


def _take(service: Service, path: Path) -> dict[str, object]:
    return take_workbook(viewer=system_viewer(), service_id=service.id, file=_file(path), progress=lambda _: None)


def _counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in TABLES}


def test_every_sheet_is_accounted_for_to_the_row(northport_service: Service, northport: Path) -> None:
    account = _take(northport_service, northport)
    told = {
        each["sheet"]: tuple(each[k] for k in ("read", "taken", "repeated", "refused")) for each in account["sheets"]
    }
    assert told == {
        "Staff": (13, 13, 0, 0),
        "Clients": (1225, 1213, 12, 0),
        "Referrals": (1200, 1200, 0, 0),
        "PHPs": (667, 667, 0, 0),
        "Sessions": (4661, 4658, 0, 3),
        "Measures": (3382, 3381, 0, 1),
        "Signposting": (431, 431, 0, 0),
    }
    assert account["possible_duplicates"] == 13
    kinds = Counter(each["kind"] for each in account["questions"])
    assert kinds["attended_but_note_says_dna"] == 67
    assert _counts() == {
        "Worker": 13, "Client": 1213, "Person": 1213, "Consent": 1100, "PossibleDuplicate": 13, "Referral": 1200,
        "Case": 1094, "Plan": 667, "Goal": 667, "Session": 4658, "Reading": 3381, "Signpost": 431,
    }  # fmt: skip


def test_refused_rows_are_told_with_place_and_reason(northport_service: Service, northport: Path) -> None:
    problems = _take(northport_service, northport)["problems"]
    places = {(each["sheet"], each["row"]) for each in problems}
    assert places == {("Sessions", 4662), ("Sessions", 4663), ("Sessions", 4664), ("Measures", 3385)}
    assert all(each["sentence"].endswith(".") for each in problems)


def test_a_check_writes_nothing_and_says_the_same(northport_service: Service, northport: Path) -> None:
    file = _file(northport)
    check = check_workbook(viewer=system_viewer(), service_id=northport_service.id, file=file, progress=lambda _: None)
    assert set(_counts().values()) == {0}
    assert check.account == _take(northport_service, northport)


def test_the_same_file_again_changes_nothing(northport_service: Service, northport: Path) -> None:
    _take(northport_service, northport)
    before = [(m.__name__, sorted(map(str, m.objects.values_list()))) for m in TABLES]
    again = _take(northport_service, northport)
    assert [(m.__name__, sorted(map(str, m.objects.values_list()))) for m in TABLES] == before
    assert all(each["new"] == each["changed"] == 0 for each in again["sheets"])


def test_a_blank_consent_is_no_answer(northport_service: Service, northport: Path) -> None:
    _take(northport_service, northport)
    with closing(load_workbook(northport, read_only=True)) as book:
        given = {row[0]: row[10] for row in book["Clients"].iter_rows(min_row=4, values_only=True)}
    answers = Counter({"Y": "yes", "N": "no"}[answer] for answer in given.values() if answer)
    assert None in given.values()
    assert Counter(Consent.objects.values_list("answer", flat=True)) == answers
