"""A database put back by other means than Kith's: the trail says it is older than the folder, until that is settled."""

import json

from tests.deployments import Deployment
from tests.kills.ground import Ground

WHY = "A copy of the database alone was put back."


def verdict(deployment: Deployment) -> tuple[int, dict]:
    done = deployment.warm.kith("audit", "verify", "--format", "json")
    return done.code, json.loads(done.stdout)


def test_database_put_back_alone_is_told_and_settled_by_command(deployment):
    deployment.bring_in(3)
    deployment.kith("audit", "verify")
    ground = Ground(deployment)
    try:
        ground.remember("older")
        deployment.bring_in(5)
        deployment.kith("audit", "verify")
        ground.put_back_database("older")
    finally:
        ground.forget_all()
    code, told = verdict(deployment)
    assert (code, len(told["faults"])) == (5, 2)
    assert "Settled: " in deployment.kith("audit", "settle", "--reason", WHY).stdout
    code, told = verdict(deployment)
    assert (code, told["faults"]) == (0, [])
    assert told["notes"][0].endswith(WHY)
    assert "nothing to settle" in deployment.refused("audit", "settle", "--reason", WHY)
    path = deployment.backup("settled.kithbackup")
    deployment.kith("restore", path, "--key-file", deployment.key, "--replace-what-is-there")
    assert verdict(deployment)[1]["notes"][0].endswith(WHY)
