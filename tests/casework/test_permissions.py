"""Who may record work with a client and see it, as a complete table."""

import datetime as dt
import inspect

import pytest

from kith.casework import permissions, queries
from kith.casework.api import Visit, decide_referral, hold_session, make_signpost, receive_referral, set_plan
from kith.kernel.errors import NotAllowedError, NotFoundError
from tests.factories.clients import STANCES

MAY = {"own worker", "leader of the team", "manager", "system"}
DAY = dt.date(2024, 7, 1)


def test_table_names_every_permission():
    found = inspect.getmembers(permissions, inspect.isfunction)
    own = {name for name, each in found if each.__module__ == permissions.__name__}
    assert own == {"user_may_record_work", "check_user_may_record_work"}


@pytest.mark.parametrize("stance", STANCES)
def test_work_is_recorded_as_the_table_says(stance, around, client):
    assert permissions.user_may_record_work(around[stance], client) == (stance in MAY)
    acts = [
        lambda who: hold_session(viewer=who, client=client, visit=Visit(DAY, 45)),
        lambda who: set_plan(viewer=who, client=client, issue="Diet", set_on=DAY),
        lambda who: receive_referral(viewer=who, client=client, source="GP", received_on=DAY),
        lambda who: make_signpost(viewer=who, client=client, to="Walking group", made_on=DAY),
    ]
    for act in acts:
        if stance in MAY:
            act(around[stance])
        else:
            with pytest.raises(NotAllowedError):
                act(around[stance])


@pytest.mark.parametrize("stance", STANCES)
def test_work_is_seen_only_within_scope_and_is_otherwise_not_there(stance, around, client):
    own = around["own worker"]
    referral = receive_referral(viewer=own, client=client, source="GP", received_on=DAY)
    decide_referral(viewer=own, referral=referral, decision="accepted", version=1, decided_on=DAY)
    records = {
        "session": hold_session(viewer=own, client=client, visit=Visit(DAY, 45)),
        "plan": set_plan(viewer=own, client=client, issue="Diet", set_on=DAY),
        "referral": referral,
        "signpost": make_signpost(viewer=own, client=client, to="Walking group", made_on=DAY),
        "case": queries.open_case_of(client),
    }
    for what, record in records.items():
        visible = getattr(queries, f"{what}s_visible_to")(around[stance])
        assert visible.exists() == (stance in MAY)
        if stance in MAY:
            assert getattr(queries, f"{what}_for")(around[stance], record.id) == record
        else:
            with pytest.raises(NotFoundError):
                getattr(queries, f"{what}_for")(around[stance], record.id)
