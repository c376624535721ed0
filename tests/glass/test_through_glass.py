"""Through the glass one record is seen, until the very moment of its end, and nothing else widens."""

import datetime as dt

import pytest
import time_machine

from kith.access.api import roles, viewer_of
from kith.access.models import Membership, User
from kith.casework.api import Visit, hold_session, sessions_visible_to
from kith.desk.queries import history_through_glass
from kith.glass.actions.close_glass import close_glass
from kith.glass.queries import through_glass
from kith.kernel.days import now, today
from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError
from kith.people.api import client_for, clients_visible_to, record_consent
from kith.people.permissions import user_may_change_client, user_may_take_charge_of_client
from tests.factories.clients import registered
from tests.factories.history import with_a_past


@pytest.fixture
def looker(around):
    return around["other worker"]


def test_one_record_is_seen_and_nothing_else(around, looker, open_glass, service):
    own = registered(looker, service, surname="Reed")
    registered(around["own worker"], service, surname="Vale")
    through, glass = through_glass(looker, open_glass().id)
    assert list(clients_visible_to(through)) == [glass.client]
    assert list(clients_visible_to(looker)) == [own]


def test_viewer_of_the_request_gains_nothing(around, looker, open_glass):
    glass = open_glass()
    again = viewer_of(User.objects.get(id=looker.actor.id))
    assert again.opened == ()
    with pytest.raises(NotFoundError):
        client_for(again, glass.client_id)


def test_scope_is_the_services_of_the_seats_and_the_person_opened(looker, open_glass, service):
    through, glass = through_glass(looker, open_glass().id)
    assert looker.scope.services == {service.id}
    assert looker.scope.persons == looker.scope.clients == frozenset()
    assert through.scope.services == frozenset()
    assert through.scope.persons == {glass.client.person_id}
    assert through.scope.clients == {glass.client_id}


def test_nothing_can_be_changed_through_the_glass(looker, open_glass):
    through, glass = through_glass(looker, open_glass().id)
    assert not user_may_change_client(through, glass.client)
    assert not user_may_take_charge_of_client(through, glass.client)
    with pytest.raises(NotAllowedError):
        record_consent(viewer=through, client=glass.client, purpose="evaluation", answer="yes")


def test_it_ends_at_the_very_moment(looker, numbered, open_glass):
    with time_machine.travel(dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC), tick=False) as clock:
        glass = open_glass()
        clock.move_to(glass.ends_at - dt.timedelta(microseconds=1))
        assert through_glass(looker, glass.id)
        clock.move_to(glass.ends_at)
        with pytest.raises(NotPossibleError, match="has ended"):
            through_glass(looker, glass.id)


@pytest.mark.parametrize("stance", ["other worker", "manager"])
def test_it_ends_at_once_when_closed(stance, around, looker, open_glass):
    glass = open_glass()
    close_glass(viewer=around[stance], glass=glass)
    with pytest.raises(NotPossibleError, match="has ended"):
        through_glass(looker, glass.id)
    with pytest.raises(NotPossibleError, match="has ended"):
        close_glass(viewer=around[stance], glass=glass)


def test_it_ends_with_the_seat(looker, open_glass, make_user, service):
    glass = open_glass()
    user = User.objects.get(id=looker.actor.id)
    Membership.objects.filter(user=user).update(ended_at=now())
    Membership.objects.create(service=service, user=user, name=user.name, role=roles.EVALUATOR)
    with pytest.raises(NotFoundError):
        through_glass(viewer_of(user), glass.id)


def test_nobody_looks_through_the_glass_of_another(around, open_glass):
    glass = open_glass()
    for stance in set(around.viewers) - {"other worker"}:
        with pytest.raises(NotFoundError):
            through_glass(around[stance], glass.id)


def test_notes_kept_for_care_only_and_what_else_changed_stay_shut(around, looker, open_glass):
    own = around["own worker"]
    with_a_past(own, around.client)
    shut = Visit(today(), 30, note="Told me of a threat.", note_restricted=True, next_step="Call the team on Monday")
    hold_session(viewer=own, client=around.client, visit=shut)
    through, glass = through_glass(looker, open_glass().id)
    history = history_through_glass(through, glass.client, 50)
    said = " ".join(f"{each.note} {each.next_step}" for each in history.sessions)
    assert sessions_visible_to(through).count() == len(history.sessions) == 2
    assert "Met at the library" in said
    assert "threat" not in said
    assert "Call the team" not in said
    assert not history.tellings
    assert history.plans
