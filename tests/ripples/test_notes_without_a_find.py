"""Random notes in which nothing was found are judged by others than their author, once."""

from uuid import uuid4

import pytest

from kith.access.api import system_viewer
from kith.audit.api import rows_of_client
from kith.casework.models import Session
from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError
from kith.ripples.api import judge_note, look_at_next_note, notes_to_judge, undo_last_note_judgement
from kith.ripples.extracts import NOTES_READ
from kith.ripples.models import NoteJudgement
from tests.factories.clients import STANCES
from tests.ripples import reviewing as r

MAY = {"leader of the team", "manager"}


@pytest.fixture
def empty_note(worker, client, service):
    r.say(worker, client)
    r.note(worker, client, r.NOTHING)
    r.note(worker, client, r.WITHHELD)
    r.note(worker, client, restricted=True)
    r.read(service.id)
    return notes_to_judge(system_viewer()).get()


@pytest.mark.parametrize("stance", STANCES)
def test_note_is_judged_by_whoever_the_table_says_and_never_by_its_author(stance, around, empty_note):
    viewer = around[stance]
    if stance in MAY:
        assert look_at_next_note(viewer=viewer).words == r.NOTHING
        judge_note(viewer=viewer, note_id=empty_note.id, answer="yes")
    else:
        with pytest.raises((NotAllowedError, NotFoundError)):
            judge_note(viewer=viewer, note_id=empty_note.id, answer="yes")
    assert NoteJudgement.objects.count() == (stance in MAY)


def test_look_and_answer_are_written_down_without_words(around, client, empty_note):
    before = len(rows_of_client(client.id))
    look_at_next_note(viewer=around["manager"])
    judge_note(viewer=around["manager"], note_id=empty_note.id, answer="not_sure")
    kept = list(rows_of_client(client.id))
    assert len(kept) == before + 2
    assert {(row.verb, row.record_type) for row in kept} >= {("viewed", "client"), ("judged", "note")}


def test_note_is_answered_for_once_and_with_a_known_answer(around, empty_note):
    with pytest.raises(NotPossibleError):
        judge_note(viewer=around["manager"], note_id=empty_note.id, answer="perhaps")
    judge_note(viewer=around["manager"], note_id=empty_note.id, answer="no")
    assert look_at_next_note(viewer=around["leader of the team"]) is None
    with pytest.raises(NotPossibleError):
        judge_note(viewer=around["leader of the team"], note_id=empty_note.id, answer="yes")
    with pytest.raises(NotFoundError):
        judge_note(viewer=around["manager"], note_id=uuid4(), answer="yes")


@pytest.mark.parametrize(("words", "restricted"), [("Rang.", False), (r.NOTHING, True), ("", False)])
def test_note_corrected_or_restricted_since_is_passed_over(around, worker, empty_note, words, restricted):
    r.correct(worker, Session.objects.get(id=empty_note.source_id), words, restricted=restricted)
    assert look_at_next_note(viewer=around["manager"]) is None


def test_withdrawn_consent_takes_the_note_away_at_once(around, worker, client, empty_note):
    r.say(worker, client, "no")
    assert look_at_next_note(viewer=around["manager"]) is None
    with pytest.raises(NotFoundError):
        judge_note(viewer=around["manager"], note_id=empty_note.id, answer="no")


def test_last_answer_is_taken_back_by_whoever_gave_it_and_the_note_waits_again(around, client, empty_note):
    manager, leader = around["manager"], around["leader of the team"]
    judge_note(viewer=manager, note_id=empty_note.id, answer="yes")
    with pytest.raises(NotPossibleError, match="no answer of yours"):
        undo_last_note_judgement(viewer=leader)
    before = rows_of_client(client.id).count()
    undo_last_note_judgement(viewer=manager)
    assert rows_of_client(client.id).filter(verb="took back", record_type="note").count() == 1
    assert rows_of_client(client.id).count() == before + 1
    assert look_at_next_note(viewer=leader).words == r.NOTHING
    with pytest.raises(NotPossibleError, match="no answer of yours"):
        undo_last_note_judgement(viewer=manager)
    judge_note(viewer=leader, note_id=empty_note.id, answer="no")
    assert not notes_to_judge(manager).exists()


def test_answer_taken_back_is_in_no_figure(around, service, empty_note):
    judge_note(viewer=around["manager"], note_id=empty_note.id, answer="yes")
    undo_last_note_judgement(viewer=around["manager"])
    assert answers_told(service) == [""]
    judge_note(viewer=around["manager"], note_id=empty_note.id, answer="no")
    assert answers_told(service) == ["no"]


def answers_told(service):
    """The answers about notes without a find as figures are counted from them."""
    found = [*NOTES_READ.fields].index("found")
    withheld = [*NOTES_READ.fields].index("withheld")
    rows = map(NOTES_READ.shaping(), NOTES_READ.query(service.id).values_list(*NOTES_READ.fields))
    return [row[-1] for row in rows if not row[found] and not row[withheld]]


def test_answer_about_somebody_who_says_no_since_is_not_taken_back(around, worker, client, empty_note):
    judge_note(viewer=around["manager"], note_id=empty_note.id, answer="yes")
    r.say(worker, client, "no")
    with pytest.raises(NotFoundError):
        undo_last_note_judgement(viewer=around["manager"])
