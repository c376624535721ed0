"""A word of a note, after the client said no or the note was shut: in the visit it is of, and nowhere else."""

import datetime as dt
import json
from uuid import uuid4

import pytest
from django.urls import reverse

from kith.casework.models import Session
from kith.kernel.days import Period
from kith.reporting import api
from kith.ripples.api import propose_ripples
from kith.ripples.models import Proposal
from tests.everywhere import places_of
from tests.ripples import reviewing as r

WORD = "quillwort"
SENTENCE = f"She got a job at the {WORD} nursery."
WAITING = f"Her sister got a job at the {WORD} farm."
THE_RECORD = {"casework_session.note"}
YEAR = Period(dt.date(2024, 4, 1), dt.date(2025, 3, 31))


@pytest.fixture
def used(at_desk, around, worker, client, service, system):
    """A note that was read and judged, with what is made of it: pages, figures, files; one reader still types."""
    r.say(worker, client)
    session = r.note(worker, client, f"{SENTENCE} {WAITING}")
    propose_ripples(viewer=system, service_id=service.id)
    Proposal.objects.update(read_twice=False)
    first, second = r.proposals(client)
    manager, leader = at_desk("manager"), at_desk("leader of the team")
    manager.post("/review", {"key": str(uuid4()), "found": str(first.id), "answer": "accept"})
    for browser in (manager, leader):
        browser.get("/review")
        browser.get(reverse("desk:client", args=[client.id]))
    set_right(leader, second, account=f"{WAITING} More.")
    assert WORD in leader.get(reverse("desk:edit_found", args=[second.id])).content.decode()
    check = reverse("desk:check_telling", args=[first.telling_id])
    manager.post(check, {"key": str(uuid4()), "decision": "query", "account": SENTENCE})
    api.refresh(system, service)
    api.report_file(api.report(around["manager"], service, YEAR, "service", form="xlsx"), "xlsx")
    api.figure_records(around["manager"], service, "ripples.accepted_total", {}, YEAR)
    assert places_of(WORD) == THE_RECORD | {"ripples_telling.account"}
    return session, second, leader


def set_right(browser, found, **given):
    """The form of a sentence, sent with what is typed and not yet complete."""
    edit = reverse("desk:edit_found", args=[found.id])
    return browser.post(edit, {"key": str(uuid4()), "beneficiary": "family", **given})


def test_word_of_somebody_who_says_no_lies_in_the_visit_alone(used, at_desk, client):
    _session, found, reader = used
    answer = {"key": str(uuid4()), "answer": "no"}
    at_desk("own worker").post(reverse("desk:consent", args=[client.id]), answer)
    assert places_of(WORD) == THE_RECORD
    assert set_right(reader, found, account=WAITING).status_code == 404
    assert places_of(WORD) == THE_RECORD


@pytest.mark.parametrize("restricted", [True, False])
def test_word_of_a_note_that_is_shut_or_taken_out_lies_in_no_other_place(restricted, used, at_desk, client):
    session, found, reader = used
    form = {
        "key": str(uuid4()), "attended": "yes", "held_on_day": "15", "held_on_month": "1", "held_on_year": "2025",
        "minutes": "30", "mode": "phone", "note": session.note if restricted else r.NOTHING,
        "anything_else": "nothing", "version": "1", "reason": "She asked us to", "next_step": "",
        **({"note_restricted": "on"} if restricted else {}),
    }  # fmt: skip
    at_desk("own worker").post(reverse("desk:correct_visit", args=[session.id]), form)
    assert Session.objects.get().version == 2
    kept = THE_RECORD if restricted else set()
    assert places_of(WORD) == kept
    assert set_right(reader, found, account=WAITING).status_code == 404
    assert places_of(WORD) == kept


def test_search_finds_a_word_wherever_it_lies(client, service, settings, tmp_path):
    settings.KITH_DATA = str(tmp_path)
    (tmp_path / "kept.json").write_text(json.dumps({"said": "Quillwort"}))
    assert places_of(WORD) == {"kept.json"}
