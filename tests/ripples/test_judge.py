"""A proposed sentence counts once a person who did not write the note accepts it, and never otherwise."""

import pytest

from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError
from kith.ripples.api import (
    Correction,
    NamesLeftError,
    judge,
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
