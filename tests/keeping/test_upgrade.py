"""A deployment of the first version, with records in it, is brought up to date by `kith init` and loses nothing."""

import json
from collections.abc import Iterator

import pytest

from tests.deployments import Deployment, deployed

ROOMS = ("access_", "audit_", "people_", "workforce_", "casework_", "measures_", "ripples_")


@pytest.fixture
def deployment(tmp_path) -> Iterator[Deployment]:
    """One whose tables are those of the first migrations, filled."""
    with deployed(tmp_path) as made:
        done = made.warm.kith(call="tests.keeping.withdrawing:lose_everything")
        assert done.code == 0, done.stderr
        (made.data / "secret").write_text("a secret of one deployment, for tests")
        done = made.warm.kith(call="tests.keeping.first_tables:fill")
        assert done.code == 0, done.stderr
        yield made


def test_deployment_of_the_first_version_keeps_every_row_and_its_trail(deployment):
    before = {table: rows for table, rows in deployment.counts().items() if table.startswith(ROOMS)}
    assert before["people_client"] == before["ripples_telling"] == 1
    deployment.kith("init")
    after = deployment.counts()
    made = {"access_user": 1, "audit_seal": 1}  # the system actor, and the seal over what stood there unsealed
    assert {table: after[table] - rows for table, rows in before.items() if after[table] != rows} == made
    assert json.loads(deployment.kith("audit", "verify", "--format", "json").stdout)["faults"] == []
    figures = {each["id"]: each["value"] for each in json.loads(deployment.report())["figures"] if not each["group"]}
    assert figures["people.clients"] == 1


def test_backup_of_the_first_version_is_restored_by_this_one(deployment):
    done = deployment.warm.kith(
        str(deployment.folder / "first.kithbackup"), str(deployment.key), call="tests.keeping.first_tables:back_up"
    )
    assert done.code == 0, done.stderr
    clients = deployment.counts()["people_client"]
    given = ("--key-file", deployment.key, "--replace-what-is-there")
    deployment.kith("restore", deployment.folder / "first.kithbackup", *given)
    assert deployment.counts()["people_client"] == clients
    assert json.loads(deployment.kith("audit", "verify", "--format", "json").stdout)["faults"] == []
