"""Kills one operation at many points: before a call, before a write, and at moments that nothing of Python chose."""

import random
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator

import pytest

from tests.kills.ground import Ground
from tests.warm import Done, Kill

ON = {"sqlite": 60, "postgresql": 45}
"""How often each operation is killed: together more than a hundred times."""
COMPLETED_EVERY = 6


class Operation(ABC):
    """What is killed, what must hold after a kill, and what after the run that completes."""

    name: str

    def __init__(self, ground: Ground) -> None:
        self.ground, self.deployment = ground, ground.deployment
        self.prepare()
        self.ground.remember()
        self.before = self.deployment.counts()

    @abstractmethod
    def prepare(self) -> None:
        """Bring the deployment where the operation begins."""

    @abstractmethod
    def run(self, kill: Kill | None = None, *, counted: bool = False) -> Done:
        """Do it."""

    @abstractmethod
    def judge(self) -> bool:
        """Nothing lost, nothing half done; whether the operation is done."""

    @abstractmethod
    def completed(self) -> None:
        """What stands after a run that was not killed."""

    def begin_again(self) -> None:
        """To the state before."""
        self.ground.put_back()


def kill_often(operation: Operation, request: pytest.FixtureRequest) -> None:
    """Kill it, look, and let a run complete; the count goes into the run's last lines."""
    kind = operation.deployment.url.split(":")[0]
    killed = since = 0
    for kill in _kills(operation, 3 * ON[kind]):
        done = operation.run(kill)
        killed += done.code < 0
        since += 1
        assert done.code <= 0, done.stderr
        is_done = operation.judge()
        if since >= COMPLETED_EVERY or killed >= ON[kind]:
            _complete(operation)
        if is_done or since >= COMPLETED_EVERY:
            operation.begin_again()
            since = 0
        if killed >= ON[kind]:
            break
    assert killed >= ON[kind]
    request.node.user_properties.append(("killed", (operation.name, killed)))


def _complete(operation: Operation) -> None:
    done = operation.run()
    assert done.code == 0, done.stderr
    assert operation.judge()
    operation.completed()
    assert operation.ground.leftovers() == []


def _kills(operation: Operation, count: int) -> Iterator[Kill]:
    """Points over the whole run, in a random order of kinds."""
    operation.run()  # what is made once and for all is made
    operation.begin_again()
    whole = operation.run(counted=True)
    assert whole.code == 0, whole.stderr
    operation.begin_again()
    began = time.monotonic()
    operation.run()
    lasts = time.monotonic() - began
    operation.completed()
    operation.begin_again()
    chance = random.Random(operation.name)
    for number in range(count):
        yield (
            Kill("write", chance.randint(1, whole.writes)),
            Kill("call", chance.randint(1, whole.calls)),
            Kill("moment", chance.uniform(0.01, lasts)),
        )[number % 3]
