"""A proposed sentence counts once a person who did not write the note accepts it, and never otherwise."""

import datetime as dt

import pytest

from kith.casework.models import Session
from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError
from kith.ripples.api import (
    Correction,
    NamesLeftError,
    judge,
    kinds_as_proposed,
    look_at_next_sentence,
    look_at_sentence,
    proposal_for,
    settled_tellings,
    telling_for,
    tellings_visible_to,
    to_judge,
    undo_last_judgement,
)
from kith.ripples.models import Proposal
from tests.factories.clients import STANCES
from tests.ripples import reviewing as r

MAY = {"leader of the team", "manager"}


@pytest.fixture
def proposal(worker, client, service):
    r.say(worker, client)
    r.note(worker, client)
    r.read(service.id)
    Proposal.objects.update(read_twice=False)
    return r.proposals(client)[0]


def state(around, client):
    return telling_for(around["manager"], r.tellings(client)[0].id).state


@pytest.mark.parametrize("stance", STANCES)
def test_sentence_is_judged_by_whoever_the_table_says_and_never_by_its_author(stance, around, client, proposal):
    viewer = around[stance]
    if stance in MAY:
        assert to_judge(viewer).exists()
        judge(viewer=viewer, proposal_id=proposal.id, answer="accept")
        assert state(around, client) == "accepted"
    else:
        with pytest.raises((NotAllowedError, NotFoundError)):
            judge(viewer=viewer, proposal_id=proposal.id, answer="accept")
        assert state(around, client) == "proposed"


def test_acceptance_keeps_the_words_and_taking_it_back_empties_them(around, client, proposal):
    manager = around["manager"]
    assert look_at_sentence(viewer=manager, proposal=proposal).sentence == r.SAYS
    judge(viewer=manager, proposal_id=proposal.id, answer="accept", correction=Correction(direction="harm"))
    assert (r.tellings(client)[0].account, r.tellings(client)[0].direction) == (r.SAYS, "harm")
    undo_last_judgement(viewer=manager)
    assert (r.tellings(client)[0].account, r.tellings(client)[0].direction) == ("", "gain")
    assert state(around, client) == "proposed"


def test_name_must_become_a_relation_before_acceptance(around, worker, client, service):
    r.say(worker, client)
    r.note(worker, client, r.NAMED)
    r.read(service.id)
    (proposal,) = r.proposals(client)
    with pytest.raises(NamesLeftError):
        judge(viewer=around["manager"], proposal_id=proposal.id, answer="accept")
    words = Correction(account="Her neighbour has stopped smoking.")
    judge(viewer=around["manager"], proposal_id=proposal.id, answer="accept", correction=words)
    assert r.tellings(client)[0].account == words.account


def test_not_sure_leaves_it_to_somebody_else(around, client, proposal):
    judge(viewer=around["manager"], proposal_id=proposal.id, answer="not_sure")
    assert not to_judge(around["manager"]).exists()
    judge(viewer=around["leader of the team"], proposal_id=proposal.id, answer="reject")
    assert state(around, client) == "rejected"


def test_second_reader_who_differs_sends_an_accepted_change_back(around, client, proposal):
    Proposal.objects.update(read_twice=True)
    judge(viewer=around["manager"], proposal_id=proposal.id, answer="accept")
    assert not settled_tellings(around["leader of the team"]).exists()
    judge(viewer=around["leader of the team"], proposal_id=proposal.id, answer="reject")
    assert state(around, client) == "queried"
    with pytest.raises(NotPossibleError):
        undo_last_judgement(viewer=around["manager"])


def test_sentence_decided_is_not_decided_again(around, proposal):
    judge(viewer=around["manager"], proposal_id=proposal.id, answer="reject")
    with pytest.raises(NotPossibleError):
        judge(viewer=around["leader of the team"], proposal_id=proposal.id, answer="accept")


def test_withdrawal_hides_at_once_and_the_next_reading_leaves_no_word(around, worker, client, service, proposal):
    judge(viewer=around["manager"], proposal_id=proposal.id, answer="accept")
    r.say(worker, client, "no")
    assert not tellings_visible_to(around["manager"]).exists()
    with pytest.raises(NotFoundError):
        proposal_for(around["manager"], proposal.id)
    assert r.read(service.id).forgotten == 1
    assert [each.account for each in r.tellings(client)] == [""]
    assert not Proposal.objects.exists()


@pytest.fixture
def twice(proposal):
    Proposal.objects.update(read_twice=True)
    return proposal


AS_PROPOSED = {"through": "client", "beneficiary": "client", "domain": "work, learning, volunteering"}


@pytest.mark.parametrize("answer", ["accept", "reject"])
def test_second_reader_is_shown_what_the_first_one_was(around, twice, answer):
    first, second = around["manager"], around["leader of the team"]
    before = look_at_next_sentence(viewer=second)
    correction = Correction(account="Her sister has work.", relation="sister", beneficiary="family", direction="harm")
    judge(viewer=first, proposal_id=twice.id, answer=answer, correction=correction)
    after = look_at_next_sentence(viewer=second)
    assert (after.said, after.found.id) == (before.said, before.found.id)
    assert kinds_as_proposed(after.found) == {**AS_PROPOSED, "direction": "gain"}


@pytest.mark.parametrize(("kinds", "left"), [({"beneficiary": "family"}, "accepted"), ({}, "queried")])
def test_two_who_accept_agree_only_on_the_same_change(around, client, twice, kinds, left):
    first, second = around["manager"], around["leader of the team"]
    judge(viewer=first, proposal_id=twice.id, answer="accept", correction=Correction(beneficiary="family"))
    judge(viewer=second, proposal_id=twice.id, answer="accept", correction=Correction(**kinds))
    assert state(around, client) == left
    undo_last_judgement(viewer=second)
    assert state(around, client) == "accepted"
    assert r.tellings(client)[0].beneficiary == "family"


@pytest.mark.parametrize("first_answer", ["accept", "reject", "not_sure"])
def test_name_is_asked_about_whatever_the_first_reader_said(around, worker, client, service, first_answer):
    found = r.sentence_found(worker, client, service, r.NAMED)
    Proposal.objects.update(read_twice=True)
    first = Correction(account="Her neighbour has stopped smoking.")
    judge(viewer=around["manager"], proposal_id=found.id, answer=first_answer, correction=first)
    with pytest.raises(NamesLeftError):
        judge(viewer=around["leader of the team"], proposal_id=found.id, answer="accept")


def test_sentence_set_right_still_waits_for_its_second_reader_when_the_note_is_read_again(
    around, worker, client, service, twice
):
    judge(viewer=around["manager"], proposal_id=twice.id, answer="accept", correction=Correction(direction="harm"))
    r.correct(worker, Session.objects.get(), f"Rang first. {r.AROUND}")
    r.read(service.id)
    shown = look_at_next_sentence(viewer=around["leader of the team"])
    assert (shown.found.id, shown.said.sentence) == (twice.id, r.SAYS)


def test_change_for_the_client_cannot_be_around_the_worker(around, proposal):
    with pytest.raises(NotPossibleError, match="around the client"):
        judge(
            viewer=around["manager"], proposal_id=proposal.id, answer="accept", correction=Correction("", "", "worker")
        )


@pytest.mark.parametrize("words", ["", f"Corrected. {r.AROUND}", f"{r.WITHHELD}"])
@pytest.mark.parametrize("restricted", [True, False])
def test_note_corrected_or_restricted_since_it_was_read_is_not_shown(
    around, worker, client, proposal, words, restricted
):
    r.correct(worker, Session.objects.get(), words, restricted=restricted)
    assert look_at_next_sentence(viewer=around["manager"]) is None
    with pytest.raises(NotPossibleError):
        look_at_sentence(viewer=around["manager"], proposal=proposal)


def test_note_withheld_when_read_again_is_not_shown_to_its_second_reader(around, worker, client, service, twice):
    judge(viewer=around["manager"], proposal_id=twice.id, answer="accept")
    r.correct(worker, Session.objects.get(), f"{r.AROUND} Her partner hit her.")
    r.read(service.id)
    assert not to_judge(around["leader of the team"]).exists()
    assert look_at_next_sentence(viewer=around["leader of the team"]) is None


def test_next_is_shown_however_many_before_it_were_corrected(around, worker, client, service):
    r.say(worker, client)
    for number in range(45):
        r.note(worker, client, f"Her sister number {number} got a job.", day=r.DAY + dt.timedelta(days=number))
    r.read(service.id)
    for session in Session.objects.exclude(held_on=r.DAY):
        r.correct(worker, session, "Nothing of note.")
    shown = look_at_next_sentence(viewer=around["manager"])
    assert shown.said.sentence == "Her sister number 0 got a job."
