"""Who may do what with a client's record, as a complete table."""

import inspect

import pytest

from kith.kernel.errors import NotAllowedError
from kith.people import permissions
from tests.factories.clients import STANCES

CHANGE = {"own worker", "leader of the team", "manager", "system"}
CHARGE = {"leader of the team", "manager", "system"}
TABLE = {
    "user_may_register_client": {
        "own worker", "other worker", "leader of the team", "leader of another team", "manager", "system",
    },
    "user_may_change_client": CHANGE,
    "user_may_take_charge_of_client": CHARGE,
}  # fmt: skip
CHECKS = {
    "check_user_may_register_client": TABLE["user_may_register_client"],
    "check_user_may_change_client": CHANGE,
    "check_user_may_allocate_client": CHARGE,
    "check_user_may_decide_duplicates": CHARGE,
    "check_user_may_see_who_saw": CHARGE,
}


def test_table_names_every_permission():
    found = inspect.getmembers(permissions, inspect.isfunction)
    own = {name for name, each in found if each.__module__ == permissions.__name__}
    assert own == set(TABLE) | set(CHECKS)


@pytest.mark.parametrize("stance", STANCES)
@pytest.mark.parametrize("permission", TABLE)
def test_permission_as_the_table_says(permission, stance, around):
    of = around.client.service_id if "register" in permission else around.client
    assert getattr(permissions, permission)(around[stance], of) == (stance in TABLE[permission])


@pytest.mark.parametrize("stance", STANCES)
@pytest.mark.parametrize("check", CHECKS)
def test_check_refuses_whom_the_table_refuses(check, stance, around):
    of = around.client.service_id if "register" in check else around.client
    if stance in CHECKS[check]:
        getattr(permissions, check)(around[stance], of)
    else:
        with pytest.raises(NotAllowedError, match=r"\.$"):
            getattr(permissions, check)(around[stance], of)
