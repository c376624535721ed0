"""The staff record is kept by managers and administrators and read by colleagues."""

import pytest

from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError
from kith.workforce.api import add_worker, own_worker, workers_at_work, workers_visible_to
from kith.workforce.permissions import user_may_add_worker
from tests.factories.clients import STANCES

MAY_ADD = {"manager", "administrator", "system"}
COLLEAGUES = {
    "own worker", "other worker", "leader of the team", "leader of another team", "manager", "administrator", "system",
}  # fmt: skip


@pytest.mark.parametrize("stance", STANCES)
def test_staff_record_is_changed_and_read_as_the_table_says(stance, around, service):
    add_worker(viewer=around["system"], service_id=service.id, name="Janet Doyle", status="qualified")
    assert user_may_add_worker(around[stance], service.id) == (stance in MAY_ADD)
    assert workers_visible_to(around[stance]).exists() == (stance in COLLEAGUES)
    if stance in MAY_ADD:
        add_worker(viewer=around[stance], service_id=service.id, name="Mo Rahman", status="trainee")
    else:
        with pytest.raises((NotAllowedError, NotFoundError)):
            add_worker(viewer=around[stance], service_id=service.id, name="Mo Rahman", status="trainee")


def test_worker_added_without_a_seat_gets_one_and_is_at_work(around, service, team):
    worker = add_worker(
        viewer=around["manager"], service_id=service.id, name="Janet Doyle", status="senior", team_id=team.id
    )
    assert (worker.membership.role, worker.membership.team) == ("worker", team)
    assert list(workers_at_work(around["own worker"], service.id)) == [worker]


def test_worker_added_in_a_seat_is_the_viewers_own_entry(around, service):
    viewer = around["own worker"]
    [seat] = viewer.own_seats
    assert own_worker(viewer, service.id) is None
    worker = add_worker(
        viewer=around["manager"], service_id=service.id, name="A worker", status="qualified", seat_id=seat
    )
    assert own_worker(viewer, service.id) == worker


def test_worker_without_name_status_or_a_reference_of_her_own_is_refused(around, service):
    usual = {"viewer": around["manager"], "service_id": service.id, "name": "A", "status": "senior", "reference": "H1"}
    add_worker(**usual)
    for wrong in ({"name": " "}, {"status": "chief"}, {}):
        with pytest.raises(NotPossibleError):
            add_worker(**{**usual, **wrong})
