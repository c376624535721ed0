"""Her yes turns to a no in a later file: what was read of her notes is out of use as soon as that file is taken."""

import datetime as dt
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_q.conf import Conf

from kith.access.api import roles
from kith.exchange.actions import take_workbook
from kith.exchange.actions.staging import folder_of
from kith.files.api import Table, xlsx_bytes
from kith.kernel.days import Period
from kith.reporting import api as reporting
from kith.ripples.models import NoteRead, Proposal, Telling
from tests.everywhere import places_of
from tests.factories.sheets import ROWS, sheets
from tests.factories.workbook_words import HEADINGS

WORD, OTHER = "quillwort", "bistort"
JUDGED, WAITING, HERS = (
    f"She got a job at the {WORD} nursery.",
    f"Her sister got a job at the {WORD} farm.",
    f"Her brother got a job at the {OTHER} mill.",
)
THE_RECORD = {"casework_session.note"}
YEAR = Period(dt.date(2024, 4, 1), dt.date(2025, 3, 31))
CONSENT = HEADINGS["Clients"].index("Consent to evaluation")


def workbook(answer):
    """Two clients with a note each: the second says yes, the first what is given."""
    first, second = (list(row) for row in ROWS["Clients"])
    first[CONSENT], second[CONSENT] = answer, "Y"
    visit = ROWS["Sessions"][0][:-1]
    notes = [[*visit, f"{JUDGED} {WAITING}"], ["S2", "WD2", *visit[2:], HERS]]
    given = sheets(Clients=[first, second], Sessions=notes)
    return xlsx_bytes([Table(each.name, each.rows[0], each.rows[1:]) for each in given])


@pytest.fixture
def manager(signed_in, transactional_db, monkeypatch):
    """Her browser; the worker's jobs run when they are queued."""
    monkeypatch.setattr(Conf, "SYNC", True)
    return signed_in(roles.SERVICE_MANAGER)


@pytest.fixture
def bring(manager, service):
    """`bring("Y")`: the file with this answer, checked; gives its page."""

    def send(answer):
        file = SimpleUploadedFile("export.xlsx", workbook(answer))
        sent = {"key": str(uuid4()), "service": str(service.id), "profile": "health-trainer-export", "file": file}
        return str(manager.post("/bring-in/", sent)["Location"])

    return send


@pytest.fixture
def used(manager, bring, service, system, monkeypatch):
    """The notes came with a yes and were read; a sentence was accepted, another waits and was set right in part, and
    figures were made. The next reading is not due yet. Gives the one that waits."""
    manager.post(f"{bring('Y')}/take")
    Proposal.objects.update(read_twice=False)
    judged, waiting = Proposal.objects.filter(note__client__reference="WD1").order_by("start")
    manager.post("/review", {"key": str(uuid4()), "found": str(judged.id), "answer": "accept"})
    assert set_right(manager, waiting).status_code == 200
    reporting.refresh(system, service)
    assert accepted(system, service) == 1
    assert places_of(WORD) == THE_RECORD | {"ripples_telling.account"}
    monkeypatch.setattr(take_workbook, "read_notes_soon", lambda service_id: None)
    return waiting


def set_right(manager, found):
    """The form of a sentence, sent with what is typed and not yet complete."""
    sent = {"key": str(uuid4()), "beneficiary": "family", "account": f"{WAITING} More."}
    return manager.post(reverse("desk:edit_found", args=[found.id]), sent)


def accepted(system, service):
    """How many accepted changes a report of the year tells of."""
    return reporting.report(system, service, YEAR, "service").find("ripples.accepted_total").value


def test_no_in_a_later_file_takes_all_that_was_read_of_her_out_of_use(used, manager, bring, service, system):
    page = bring("N")
    assert set_right(manager, used).status_code == 200
    manager.post(f"{page}/take")
    shown = manager.get("/review").content.decode()
    assert OTHER in shown
    assert WORD not in shown
    assert set_right(manager, used).status_code == 404
    assert accepted(system, service) == 0
    assert set(NoteRead.objects.values_list("client__reference", flat=True)) == {"WD2"}
    assert [
        (each.account, each.states.latest("at").state) for each in Telling.objects.filter(client__reference="WD1")
    ] == [("", "withdrawn")]


def test_no_in_a_later_file_leaves_her_words_in_the_visit_alone(used, manager, bring):
    page = bring("N")
    manager.post(f"{page}/take")
    assert places_of(WORD) == THE_RECORD
    assert places_of(OTHER) == THE_RECORD
    assert not (folder_of(UUID(page.rsplit("/", 1)[1])) / "workbook").exists()
