"""Sentences found in notes are judged one at a time, by somebody else than who wrote them."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from kith.access.api import system_viewer
from kith.audit.api import rows_of_client
from kith.casework.models import Session
from kith.ripples.api import Correction, judge, notes_to_judge, tell, tellings_like
from kith.ripples.models import NoteJudgement, Proposal
from tests.desk.test_cost import cost
from tests.factories.history import told
from tests.ripples import reviewing as r


@pytest.fixture
def found(worker, client, service):
    return r.sentence_found(worker, client, service)


@pytest.fixture
def browser(at_desk):
    return at_desk("manager")


def text(browser, address="/review"):
    return browser.get(address).content.decode()


def send(browser, address="/review", **given):
    return browser.post(address, {"key": str(uuid4()), **given}, follow=True).content.decode()


def state(client):
    return r.tellings(client)[0].states.order_by("-at", "-id").first().state


def test_sentence_is_shown_with_its_context_and_who_saw_it_is_kept(browser, found, client):
    assert 'href="/review"' in text(browser, "/clients")
    before = rows_of_client(client.id).count()
    shown = text(browser)
    assert f"<strong>{r.SAYS}</strong>" in shown
    assert "no triage" in shown
    assert "Accept (A)" in shown
    assert rows_of_client(client.id).count() > before


@pytest.mark.parametrize("stance", ["own worker", "other worker", "leader of another team"])
def test_author_and_those_out_of_scope_are_offered_nothing(stance, at_desk, found, client):
    browser = at_desk(stance)
    assert r.SAYS not in text(browser)
    browser.post("/review", {"key": str(uuid4()), "found": str(found.id), "answer": "accept"})
    assert state(client) == "proposed"


@pytest.mark.parametrize(("answer", "left"), [("accept", "accepted"), ("reject", "rejected"), ("not_sure", "proposed")])
def test_answer_is_taken_and_taken_back(answer, left, browser, found, client):
    assert "Nothing waits for you" in send(browser, found=found.id, answer=answer)
    assert state(client) == left
    assert r.SAYS in send(browser, answer="undo")
    assert state(client) == "proposed"


def test_form_without_a_sentence_is_refused_in_words(browser, found, client):
    assert "cannot be taken" in send(browser, answer="accept")
    assert state(client) == "proposed"


def test_words_that_name_somebody_become_a_relation_before_they_count(browser, worker, client, service):
    found = r.sentence_found(worker, client, service, r.NAMED)
    shown = send(browser, found=found.id, answer="accept")
    assert "seem to name somebody" in shown
    assert "These words look like names" in shown
    assert state(client) == "proposed"
    given = {"account": "Her neighbour has stopped smoking.", "relation": "neighbour", "beneficiary": "friend"}
    given |= {"through": "client"}
    send(browser, reverse("desk:edit_found", args=[found.id]), domain="health behaviour", direction="gain", **given)
    assert (state(client), r.tellings(client)[0].account) == ("accepted", given["account"])


def test_second_reader_sees_the_same_pages_as_the_first_one_did(at_desk, around, found):
    Proposal.objects.update(read_twice=True)
    edit = reverse("desk:edit_found", args=[found.id])
    pages = [without_keys(text(at_desk("leader of the team"), address)) for address in ("/review", edit)]
    correction = Correction(account="Her sister works now.", relation="sister", beneficiary="family", direction="harm")
    judge(viewer=around["manager"], proposal_id=found.id, answer="accept", correction=correction)
    again = [without_keys(text(at_desk("leader of the team"), address)) for address in ("/review", edit)]
    assert again == pages


def without_keys(page):
    """A page without what is new each time it is opened."""
    return re.sub(r'name="(key|keep|csrfmiddlewaretoken)" value="[^"]*"', "", page)


def test_words_that_led_to_it_stand_without_the_name_of_their_list(browser, found):
    assert found.cue == "cue: got job"
    shown = text(browser)
    assert "got job" in shown
    assert "cue: " not in shown
    assert 'href="/help/#review"' in shown


def test_page_to_set_right_is_written_down_once(browser, found, client):
    before = len(rows_of_client(client.id))
    text(browser, reverse("desk:edit_found", args=[found.id]))
    assert len(rows_of_client(client.id)) == before + 1


def test_change_around_the_worker_can_be_accepted_as_it_is(browser, worker, client, service):
    found = r.sentence_found(worker, client, service, "I have given up smoking myself since starting.")
    assert "The worker and those around the worker" in text(browser)
    edit = reverse("desk:edit_found", args=[found.id])
    given = {"account": "The worker no longer smokes.", "beneficiary": "worker", "through": "worker"}
    send(browser, edit, domain="health behaviour", direction="gain", **given)
    assert state(client) == "accepted"


@pytest.mark.parametrize("restricted", [True, False])
def test_note_restricted_or_corrected_empties_the_page_at_once(restricted, browser, worker, found, client):
    edit = reverse("desk:edit_found", args=[found.id])
    r.correct(worker, Session.objects.get(), r.AROUND if restricted else r.NOTHING, restricted=restricted)
    assert "Nothing waits for you here" in text(browser)
    assert browser.get(edit).status_code == 404
    assert "There is no such sentence" in send(browser, found=found.id, answer="accept")
    assert state(client) == "proposed"


def test_words_typed_while_a_sentence_is_set_right_are_kept_nowhere(browser, worker, found, client):
    edit = reverse("desk:edit_found", args=[found.id])
    assert 'name="keep"' not in text(browser, edit)
    send(browser, found=found.id, answer="accept")
    check = reverse("desk:check_telling", args=[found.telling_id])
    assert 'name="keep"' not in text(browser, check)
    assert 'name="keep"' in text(browser, reverse("desk:consent", args=[client.id]))


def test_change_that_waits_for_a_second_reader_is_not_offered_as_the_same_change(around, worker, client, service):
    found = r.sentence_found(worker, client, service)
    Proposal.objects.update(read_twice=True)
    same = told(account="She works at the school now.", beneficiary="client", domain=found.telling.domain)
    other = tell(viewer=worker, client=client, told=same)
    judge(viewer=around["manager"], proposal_id=found.id, answer="accept")
    assert not tellings_like(around["leader of the team"], other).exists()
    judge(viewer=around["leader of the team"], proposal_id=found.id, answer="accept")
    assert [each.id for each in tellings_like(around["leader of the team"], other)] == [found.telling_id]


def test_withdrawn_consent_empties_the_page_at_once(browser, worker, client, found):
    r.say(worker, client, "no")
    assert r.SAYS not in text(browser)
    assert browser.get(reverse("desk:edit_found", args=[found.id])).status_code == 404


def test_page_costs_the_same_however_many_wait(browser, worker, client, service, found):
    short = cost(browser, "/review")
    for number in range(8):
        r.note(worker, client, f"Visit {number}. Her sister number {number} got a job.")
    r.read(service.id)
    assert cost(browser, "/review") <= short


def test_random_note_without_a_find_is_judged_once(browser, worker, client, service, at_desk):
    r.say(worker, client)
    r.note(worker, client, r.NOTHING)
    r.read(service.id)
    assert r.NOTHING in text(browser, "/review/notes")
    assert r.NOTHING not in text(at_desk("own worker"), "/review/notes")
    note = notes_to_judge(system_viewer()).get()
    assert "Choose yes, no" in send(browser, "/review/notes", note=note.id, answer="perhaps")
    assert "No note waits" in send(browser, "/review/notes", note=note.id, answer="no")
    assert "There is no such" in send(browser, "/review/notes", note=uuid4(), answer="no")
    assert "answered for this note already" in send(browser, "/review/notes", note=note.id, answer="yes")
    assert NoteJudgement.objects.get().answer == "no"
    assert r.NOTHING in send(browser, "/review/notes", answer="undo")
    assert "no answer of yours" in send(browser, "/review/notes", answer="undo")
    assert "No note waits" in send(browser, "/review/notes", note=note.id, answer="yes")
