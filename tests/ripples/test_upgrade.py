"""Notes that were read before Kith knew as of which version of a visit: `kith init` brings them up to date."""

import json
from collections.abc import Iterator

import pytest

from tests.deployments import Deployment, deployed
from tests.ripples import reviewing as r

ROWS = "tests.ripples.third_tables"


@pytest.fixture
def deployment(tmp_path) -> Iterator[Deployment]:
    """One whose notes were read by the tables before."""
    with deployed(tmp_path) as made:
        done = made.warm.kith(call=f"{ROWS}:fill")
        assert done.code == 0, done.stderr
        yield made


def rows(deployment: Deployment) -> dict[str, int]:
    """How many rows each table of the room holds."""
    return {table: many for table, many in deployment.counts().items() if table.startswith("ripples_")}


def look(deployment: Deployment) -> dict[str, dict[str, object]]:
    """How the three notes stand."""
    done = deployment.warm.kith(call=f"{ROWS}:look")
    assert done.code == 0, done.stderr
    return json.loads(done.stdout)


def stands(state: str, words: str = "", *, again: bool = False, in_use: bool = False) -> dict[str, object]:
    """How one is expected to stand."""
    return {"state": state, "words": words, "to be read again": again, "in use": in_use}


def test_what_was_read_and_judged_before_is_kept_and_what_its_note_no_longer_says_is_taken_back(deployment):
    before = rows(deployment)
    deployment.kith("init")
    assert rows(deployment) == before
    assert look(deployment) == {
        "kept": stands("accepted", r.SAYS),
        "changed": stands("accepted", "Her sister got a job at the mill.", again=True),
        "waiting": stands("proposed"),
    }
    deployment.kith("propose-ripples", "--service", "Weirdale")
    assert look(deployment) == {
        "kept": stands("accepted", r.SAYS, in_use=True),
        "changed": stands("withdrawn"),
        "waiting": stands("proposed", in_use=True),
    }
