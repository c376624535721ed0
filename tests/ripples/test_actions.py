"""What else changed is told, checked and accepted; nobody accepts what was found in her own note."""

import pytest

from kith.audit.api import rows_of_client
from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError, StaleError
from kith.people.api import amended_in_service
from kith.ripples.api import (
    NamesLeftError,
    ToldChange,
    accept,
    link_tellings,
    query,
    reject,
    tell,
    telling_for,
    tellings_visible_to,
    user_may_review,
    user_may_tell,
    withdraw,
)
from kith.ripples.models import TellingState
from tests.factories.clients import STANCES, registered

MAY = {"own worker", "leader of the team", "manager", "system"}
ACCOUNT = "Her sister has started walking with her."


def told(**given) -> ToldChange:
    usual = {
        "beneficiary": "family", "domain": "health behaviour", "direction": "gain", "account": ACCOUNT, "how": "told",
    }  # fmt: skip
    return ToldChange(**{**usual, **given})


@pytest.fixture
def telling(worker, client):
    return tell(viewer=worker, client=client, told=told())


def state(viewer, telling):
    return telling_for(viewer, telling.id).state


@pytest.mark.parametrize("stance", STANCES)
def test_telling_is_told_seen_and_reviewed_as_the_table_says(stance, around, client, telling):
    viewer = around[stance]
    assert user_may_tell(viewer, client) == (stance in MAY)
    assert user_may_review(viewer, telling) == (stance in MAY)
    assert tellings_visible_to(viewer).exists() == (stance in MAY)
    if stance not in MAY:
        for act in (
            lambda: tell(viewer=viewer, client=client, told=told()),
            lambda: accept(viewer=viewer, telling=telling, version=1),
            lambda: withdraw(viewer=viewer, telling=telling, reason="No"),
        ):
            with pytest.raises(NotAllowedError):
                act()
        with pytest.raises(NotFoundError):
            telling_for(viewer, telling.id)


@pytest.mark.parametrize("stance", STANCES)
def test_found_in_a_note_is_never_reviewed_by_the_notes_author(stance, around, telling):
    TellingState.objects.create(telling=telling, state="proposed", by_id=telling.author_id, by_name="Kith")
    assert user_may_review(around[stance], telling) == (stance in MAY - {"own worker", "system"})
    if stance == "own worker":
        for act in (lambda: accept(viewer=around[stance], telling=telling, version=1),):
            with pytest.raises(NotAllowedError, match="Somebody else must check"):
                act()


def test_told_by_hand_may_be_accepted_by_whoever_entered_it(worker, client, telling):
    assert (telling.grade, telling.through, state(worker, telling)) == ("T", "client", "draft")
    accept(viewer=worker, telling=telling, version=1)
    assert state(worker, telling) == "accepted"
    assert [row.verb for row in rows_of_client(client.id)[:3]] == ["accepted", "corrected", "recorded"]


def test_account_that_names_somebody_is_accepted_only_once_the_relation_stands_there(worker, client):
    telling = tell(viewer=worker, client=client, told=told(account="Her neighbour Dave goes to Marlfield too."))
    with pytest.raises(NamesLeftError) as refused:
        accept(viewer=worker, telling=telling, version=1)
    assert "Dave" not in refused.value.sentence

    words = "Her neighbour goes to Marlfield too."
    accept(viewer=worker, telling=telling, version=1, account=words, not_names=["Marlfield"])

    assert telling.account == words
    assert amended_in_service(telling.client.service_id, "telling") == {telling.id: {"account"}}


def test_relation_that_names_somebody_is_refused_too(worker, client):
    telling = tell(viewer=worker, client=client, told=told(relation="sister Kathleen"))
    with pytest.raises(NamesLeftError):
        accept(viewer=worker, telling=telling, version=1)


def test_acceptance_of_words_somebody_else_changed_is_refused(worker, telling):
    with pytest.raises(StaleError):
        accept(viewer=worker, telling=telling, version=3)
    assert state(worker, telling) == "draft"


def test_query_reject_and_withdraw_say_why_and_follow_one_another(worker, telling):
    for act in (query, reject, withdraw):
        with pytest.raises(NotPossibleError, match="why"):
            act(viewer=worker, telling=telling, reason=" ")
    query(viewer=worker, telling=telling, reason="Whose sister?")
    accept(viewer=worker, telling=telling, version=1)
    with pytest.raises(NotPossibleError):
        reject(viewer=worker, telling=telling, reason="Heard wrong")
    withdraw(viewer=worker, telling=telling, reason="She asked us to")
    assert list(telling.states.order_by("id").values_list("state", flat=True)) == [
        "draft", "queried", "accepted", "withdrawn",
    ]  # fmt: skip
    with pytest.raises(NotPossibleError):
        accept(viewer=worker, telling=telling, version=2)


@pytest.mark.parametrize(
    "wrong",
    [
        {"account": " "},
        {"beneficiary": "worker"},
        {"domain": "weather"},
        {"direction": "sideways"},
        {"how": ""},
        {"people_low": 3, "people_high": 2},
        {"people_low": 0},
    ],
)
def test_telling_that_leaves_a_question_open_is_refused(wrong, worker, client):
    with pytest.raises(NotPossibleError):
        tell(viewer=worker, client=client, told=told(**wrong))


def test_harm_is_told_like_a_gain(worker, client):
    telling = tell(viewer=worker, client=client, told=told(direction="harm", beneficiary="client"))
    assert (telling.direction, telling.grade) == ("harm", "S")


def test_two_tellings_of_one_change_share_it_and_others_do_not(worker, client, service, telling):
    second, third = (tell(viewer=worker, client=client, told=told(how="saw")) for _ in range(2))
    link_tellings(viewer=worker, first=second, second=third)
    link_tellings(viewer=worker, first=telling, second=second)
    third.refresh_from_db()
    assert {telling.change_id} == {second.change_id, third.change_id}

    other_way = tell(viewer=worker, client=client, told=told(direction="harm"))
    somebody_else = tell(viewer=worker, client=registered(worker, service), told=told())
    for wrong in (other_way, somebody_else, telling):
        with pytest.raises(NotPossibleError):
            link_tellings(viewer=worker, first=telling, second=wrong)
