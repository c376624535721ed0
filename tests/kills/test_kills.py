"""Killed at any point, nothing is lost and nothing half done, and the next run completes."""

import random
from collections.abc import Iterator

import pytest

from tests.deployments import Deployment, deployment
from tests.kills.ground import Ground
from tests.kills.killing import kill_often
from tests.kills.operations import ALL, Restore
from tests.warm import Kill

__all__ = ["deployment"]
pytestmark = pytest.mark.kills


@pytest.fixture(scope="module")
def small_service(deployment: Deployment) -> Iterator[Ground]:
    """A small service with its figures made."""
    deployment.bring_in(5)
    deployment.report()
    made = Ground(deployment)
    made.remember("small")
    yield made
    made.forget_all()


@pytest.fixture
def ground(small_service: Ground) -> Ground:
    """The small service, as it was made."""
    small_service.put_back("small")
    return small_service


@pytest.mark.parametrize("operation", ALL, ids=lambda each: each.name)
def test_killed_at_any_point_nothing_is_lost_or_half_done_and_the_next_run_completes(operation, ground, request):
    seed = request.config.getoption("randomly_seed", 0)
    killed = kill_often(operation(ground), random.Random(f"{operation.name} {seed}"))
    request.node.user_properties.append(("killed", (operation.name, killed)))


def test_nothing_works_on_a_deployment_half_restored(ground):
    restore = Restore(ground)
    whole = restore.run(counted=True)
    at = whole.points["write"]
    while not (ground.deployment.data / "restore-is-open.json").exists():
        restore.begin_again()
        at = int(at * 0.98)
        restore.run(Kill("write", at))
    assert "Run the same kith restore again" in ground.deployment.refused("audit", "verify")
    restore.complete()
