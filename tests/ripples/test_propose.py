"""Notes are read with consent, as often as their words change, and give proposals without words."""

from copy import copy

import pytest
from django.db import connection
from django.db.models import F

from kith.access.api import system_viewer
from kith.audit.api import rows_of_client
from kith.casework.api import Visit
from kith.casework.models import Session
from kith.desk.actions.correct_visit import correct_visit
from kith.kernel.errors import NotAllowedError, NotFoundError
from kith.ripples.actions.notes import batch
from kith.ripples.api import (
    NotesReader,
    ReadNote,
    judge,
    notes_reader,
    proposals_visible_to,
    propose_ripples,
    tellings_visible_to,
)
from kith.ripples.models import NoteRead, Proposal, Telling
from kith.ripples.queries.as_read import sentence_of
from tests.factories.clients import STANCES, registered
from tests.ripples import reviewing as r


@pytest.mark.parametrize(("answer", "read"), [("yes", 1), ("no", 0), ("", 0)])
def test_only_notes_of_people_who_said_yes_are_read(worker, client, service, answer, read):
    if answer:
        r.say(worker, client, answer)
    r.note(worker, client)
    assert (r.read(service.id).read, NoteRead.objects.count()) == (read, read)


def test_what_is_proposed_holds_span_cue_and_kinds_and_no_words(worker, client, service):
    r.say(worker, client)
    session = r.note(worker, client)
    assert r.read(service.id).proposed == 1
    (proposal,), (telling,) = r.proposals(client), r.tellings(client)
    assert r.AROUND[proposal.start : proposal.end] == r.SAYS
    assert (telling.account, telling.relation, telling.source_id) == ("", "", session.id)
    assert (telling.through, telling.beneficiary, telling.direction) == ("client", "client", "gain")
    assert (telling.told_on, telling.author_id, telling.grade) == (r.DAY, worker.actor.id, "not_stated")
    assert [row.verb for row in rows_of_client(client.id)][:1] == ["proposed"]
    assert not words_kept(r.SAYS)


def words_kept(words):
    """Tables beside the notes themselves that hold the words."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("ripples_", "audit_", "people_")):
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
                found += [table for row in cursor.fetchall() if any(words[:-1] in str(each) for each in row)]
    return found


def test_restricted_and_withheld_notes_give_nothing_and_are_counted(worker, client, service):
    r.say(worker, client)
    r.note(worker, client, r.WITHHELD)
    r.note(worker, client, restricted=True)
    done = r.read(service.id)
    assert (done.notes, done.withheld, done.proposed) == (2, 2, 0)
    assert r.read(service.id).withheld == 2


def test_a_second_run_changes_nothing(worker, client, service):
    r.say(worker, client)
    r.note(worker, client)
    r.read(service.id)
    before = (r.proposals(client)[0].id, len(rows_of_client(client.id)))
    again = r.read(service.id)
    assert (again.read, again.proposed, again.taken_back) == (0, 0, 0)
    assert (r.proposals(client)[0].id, len(rows_of_client(client.id))) == before


@pytest.fixture
def looked_at(monkeypatch):
    """The words of every note that was looked at."""
    looked, look = [], batch.plain_note
    monkeypatch.setattr(batch, "plain_note", lambda text: looked.append(text) or look(text))
    return looked


def test_words_are_looked_at_again_only_when_their_record_was_changed(worker, client, service, looked_at):
    r.say(worker, client)
    session = r.note(worker, client)
    r.note(worker, client, "Came back about the form.")
    r.read(service.id)
    assert len(looked_at) == 2
    assert (r.read(service.id).notes, len(looked_at)) == (2, 2)
    r.correct(worker, session, r.AROUND, minutes=45)
    assert (r.read(service.id).read, looked_at[2:]) == (0, [r.AROUND])
    assert (r.read(service.id).read, len(looked_at)) == (0, 3)
    r.correct(worker, session, f"Rang first. {r.AROUND}")
    assert (r.read(service.id).read, len(looked_at)) == (1, 4)


def test_every_note_is_read_again_by_other_lists(worker, client, service, monkeypatch):
    r.say(worker, client)
    r.note(worker, client)
    r.note(worker, client, "Came back about the form.")
    assert r.read(service.id).read == 2
    other = copy(notes_reader())
    other.version = "of other lists"
    monkeypatch.setattr("kith.ripples.actions.notes.propose.notes_reader", lambda: other)
    assert r.read(service.id).read == 2
    assert r.read(service.id).read == 0


def test_corrected_note_loses_what_no_longer_stands_in_it_and_keeps_what_does(worker, client, service):
    r.say(worker, client)
    session = r.note(worker, client)
    r.read(service.id)
    (first,) = r.proposals(client)

    r.correct(worker, session, f"Rang first. {r.AROUND}")
    assert r.read(service.id).read == 1
    (moved,) = r.proposals(client)
    assert (moved.id, moved.start) == (first.id, first.start + len("Rang first. "))

    r.correct(worker, session, r.NOTHING)
    assert r.read(service.id).taken_back == 1
    assert (r.proposals(client), r.tellings(client)) == ([], [])


@pytest.fixture
def accepted(around, worker, client, service):
    """A visit whose note holds a sentence that was accepted."""
    r.say(worker, client)
    session = r.note(worker, client)
    r.read(service.id)
    Proposal.objects.update(read_twice=False)
    judge(viewer=around["manager"], proposal_id=r.proposals(client)[0].id, answer="accept")
    return session


GONE = {
    "corrected": (r.NOTHING, False),
    "emptied": ("", False),
    "restricted": (r.AROUND, True),
    "with words of abuse now": (f"{r.AROUND} Her partner hit her.", False),
}


@pytest.mark.parametrize("change", GONE)
def test_what_was_accepted_from_a_note_is_gone_from_every_page_before_the_next_reading(
    change, accepted, around, worker, client
):
    words, restricted = GONE[change]
    desk_correct(worker, accepted, words, restricted=restricted)
    for each in ("manager", "own worker"):
        assert not tellings_visible_to(around[each]).exclude(state="withdrawn").exists()
    assert not words_kept(r.SAYS)
    assert r.proposals(client) == []


@pytest.mark.parametrize("change", GONE)
def test_what_was_accepted_is_gone_also_where_a_file_or_command_changed_the_note(
    change, accepted, around, worker, client, service
):
    words, restricted = GONE[change]
    r.correct(worker, accepted, words, restricted=restricted)
    assert not tellings_visible_to(around["manager"]).exists()
    assert not proposals_visible_to(around["manager"]).exists()
    assert r.read(service.id).taken_back == 1
    assert not tellings_visible_to(around["manager"]).exclude(state="withdrawn").exists()
    assert not words_kept(r.SAYS)


def desk_correct(worker, session, words, **given):
    """As the page does it."""
    session.refresh_from_db()
    visit = Visit(session.held_on, given.pop("minutes", 30), note=words, note_restricted=given.get("restricted", False))
    correct_visit(viewer=worker, session=session, visit=visit, version=session.version, reason="Misheard")


def test_correction_that_leaves_the_sentence_as_it_was_leaves_what_was_accepted(accepted, around, worker, service):
    manager = around["manager"]
    desk_correct(worker, accepted, r.AROUND, minutes=45)
    assert [each.state for each in tellings_visible_to(manager)] == ["accepted"]
    desk_correct(worker, accepted, f"Rang first. {r.AROUND}")
    assert [each.state for each in tellings_visible_to(manager)] == ["accepted"]
    r.read(service.id)
    assert [each.state for each in tellings_visible_to(manager)] == ["accepted"]
    (found,) = Proposal.objects.all()
    assert sentence_of(manager, found).sentence == r.SAYS


def test_note_whose_visit_alone_was_corrected_by_a_file_is_in_use_again_after_the_next_reading(
    accepted, around, worker, service
):
    Session.objects.update(minutes=45, version=F("version") + 1)
    assert not tellings_visible_to(around["manager"]).exists()
    assert r.read(service.id).read == 0
    assert [each.state for each in tellings_visible_to(around["manager"])] == ["accepted"]


def test_restriction_taken_back_has_the_note_read_and_judged_anew(accepted, around, worker, service, client):
    desk_correct(worker, accepted, r.AROUND, restricted=True)
    desk_correct(worker, accepted, r.AROUND)
    assert r.read(service.id).proposed == 1
    assert sorted(each.state for each in tellings_visible_to(around["manager"])) == ["proposed", "withdrawn"]


def test_what_people_accepted_stays_when_other_lists_would_not_find_it(accepted, around, service, monkeypatch):
    NoteRead.objects.update(reader_version="older")
    monkeypatch.setattr(NotesReader, "read", lambda *_: ReadNote(False, ()))
    assert r.read(service.id).read == 1
    assert [each.state for each in tellings_visible_to(around["manager"])] == ["accepted"]


def test_sentence_that_stands_in_another_note_too_waits_to_be_judged_there(accepted, worker, client, service):
    second = r.note(worker, client, f"Rang. {r.SAYS}")
    r.read(service.id)
    desk_correct(worker, accepted, r.NOTHING)
    assert r.read(service.id).proposed == 1
    assert [each.note.source_id for each in r.proposals(client)] == [second.id]


def test_note_restricted_later_loses_what_was_proposed(worker, client, service):
    r.say(worker, client)
    session = r.note(worker, client)
    r.read(service.id)
    r.correct(worker, session, r.AROUND, restricted=True)
    assert r.read(service.id).taken_back == 1
    assert Telling.objects.count() == 0


def test_note_emptied_later_is_forgotten(worker, client, service):
    r.say(worker, client)
    session = r.note(worker, client)
    r.read(service.id)
    r.correct(worker, session, "")
    assert r.read(service.id).taken_back == 1
    assert (Telling.objects.count(), NoteRead.objects.count()) == (0, 0)


def test_same_sentence_of_the_same_person_is_proposed_once_and_of_another_again(around, worker, client, service):
    other = registered(worker, service)
    for each in (client, client, other):
        r.note(worker, each)
    for each in (client, other):
        r.say(worker, each)
    assert r.read(service.id).proposed == 2

    judge(viewer=around["manager"], proposal_id=r.proposals(client)[0].id, answer="reject")
    r.note(worker, client, f"Rang. {r.SAYS.upper()}")
    assert r.read(service.id).proposed == 0


def test_sentence_taken_back_from_one_note_is_proposed_from_another_that_has_it(worker, client, service):
    r.say(worker, client)
    first, second = r.note(worker, client), r.note(worker, client)
    r.read(service.id)
    assert [each.note.source_id for each in r.proposals(client)] == [first.id]
    r.correct(worker, first, r.NOTHING)
    r.read(service.id)
    assert [each.note.source_id for each in r.proposals(client)] == [second.id]


def test_run_killed_in_the_middle_is_completed_by_the_next(worker, client, service, monkeypatch):
    r.say(worker, client)
    for number in range(7):
        r.note(worker, client, f"{r.SAYS} Time {number}. Her sister has joined the walking group, time {number}.")
    monkeypatch.setattr("kith.ripples.actions.notes.propose.BATCH", 2)
    steps = iter(range(100))

    def killed(*given, **named):
        if next(steps) % 3 == 2:
            raise KeyboardInterrupt
        return taken(*given, **named)

    taken = batch.Maker.write
    monkeypatch.setattr(batch.Maker, "write", killed)
    runs = 0
    while True:
        runs += 1
        try:
            r.read(service.id)
            break
        except KeyboardInterrupt:
            assert Proposal.objects.count() == Telling.objects.count()
    assert (runs > 1, NoteRead.objects.count()) == (True, 7)
    found = Proposal.objects.count()
    assert r.read(service.id).proposed == 0
    assert Proposal.objects.count() == found == len({each.sentence_key for each in Proposal.objects.all()})


@pytest.mark.parametrize("stance", STANCES)
def test_notes_are_read_for_the_manager_and_the_system_alone(stance, around, service):
    if stance in ("manager", "system"):
        assert propose_ripples(viewer=around[stance], service_id=service.id).read == 0
    else:
        with pytest.raises((NotAllowedError, NotFoundError)):
            propose_ripples(viewer=around[stance], service_id=service.id)


def test_the_system_reads_and_never_judges(worker, client, service):
    r.say(worker, client)
    r.note(worker, client)
    r.read(service.id)
    with pytest.raises(NotAllowedError):
        judge(viewer=system_viewer(), proposal_id=r.proposals(client)[0].id, answer="accept")
