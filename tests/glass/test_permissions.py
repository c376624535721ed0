"""Who may open, see, close, mark and answer, role by state, as a complete table."""

import inspect

import pytest

from kith.glass import permissions
from kith.glass.actions.close_glass import close_glass
from kith.glass.actions.follow_up import mark_seen
from kith.glass.models import Glass
from kith.kernel.errors import NotAllowedError
from tests.factories.clients import STANCES

STATES = ("open", "ended", "closed", "seen")
ASKER = "other worker"
WORKS_WITH_CLIENTS = {
    "own worker", "other worker", "leader of the team", "leader of another team", "manager",
    "manager of another service",
}  # fmt: skip
# Who may, whatever the state: when a look ends is a policy, and tests of the actions show it.
TABLE = {
    "user_may_look_through": {ASKER},
    "user_may_see_glass": {ASKER, "leader of the team", "manager", "system"},
    "user_may_mark_glass": {"manager"},
    "user_may_close_glass": {ASKER, "manager"},
    "user_may_answer": {ASKER},
}
CHECKS = {
    "check_user_may_mark_glass": TABLE["user_may_mark_glass"],
    "check_user_may_close_glass": TABLE["user_may_close_glass"],
    "check_user_may_answer": TABLE["user_may_answer"],
}


@pytest.fixture
def glass_in(open_glass, around, on_day):
    def made(state: str) -> Glass:
        on_day("2026-03-02")
        glass = open_glass()
        if state == "ended":
            on_day("2026-03-03")
        if state == "closed":
            close_glass(viewer=around[ASKER], glass=glass)
        if state == "seen":
            mark_seen(viewer=around["manager"], glass=glass)
        return glass

    return made


def test_table_names_every_permission():
    found = inspect.getmembers(permissions, inspect.isfunction)
    own = {name for name, each in found if each.__module__ == permissions.__name__}
    assert own == set(TABLE) | set(CHECKS) | {"user_may_ask", "check_user_may_ask"}


@pytest.mark.parametrize("stance", STANCES)
def test_only_those_who_work_with_clients_may_ask(stance, around):
    assert permissions.user_may_ask(around[stance]) == (stance in WORKS_WITH_CLIENTS)
    if stance in WORKS_WITH_CLIENTS:
        permissions.check_user_may_ask(around[stance])
    else:
        with pytest.raises(NotAllowedError, match=r"\.$"):
            permissions.check_user_may_ask(around[stance])


@pytest.mark.parametrize("state", STATES)
def test_permission_as_the_table_says(state, around, glass_in):
    glass = glass_in(state)
    for permission, may in TABLE.items():
        said = {stance for stance in STANCES if getattr(permissions, permission)(around[stance], glass)}
        assert (permission, said) == (permission, may)


@pytest.mark.parametrize("check", CHECKS)
def test_check_refuses_whom_the_table_refuses(check, around, glass_in):
    glass = glass_in("open")
    for stance in STANCES:
        if stance in CHECKS[check]:
            getattr(permissions, check)(around[stance], glass)
        else:
            with pytest.raises(NotAllowedError, match=r"\.$"):
                getattr(permissions, check)(around[stance], glass)
