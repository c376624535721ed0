"""What is killed: how it is run, and what may stand in the records when it was killed, and when it completed."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable

from tests.kills.ground import Ground
from tests.kills.records import NOTHING, Change, change
from tests.warm import Done, Kill


class Operation(ABC):
    """One operation on a deployment of its own state."""

    name: str
    partly: tuple[Change, ...] = ()
    """What a killed run may leave beside nothing and the whole, and which takes nothing away."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.deployment, self.is_done = ground, ground.deployment, False
        self.prepare()
        self.ground.remember(self.name)
        self.seen = self.ground.records()

    @abstractmethod
    def prepare(self) -> None:
        """Bring the deployment where the operation begins."""

    @abstractmethod
    def run(self, kill: Kill | None = None, *, counted: bool = False) -> Done:
        """Do it."""

    @abstractmethod
    def whole(self) -> Change:
        """What a whole run does to the records as they are."""

    @abstractmethod
    def check(self, found: Change) -> bool:
        """What is not in the records: nothing lost, nothing half done; whether the operation is done."""

    def look(self) -> None:
        """After a kill."""
        self._look([NOTHING, *self.partly, self.whole()])

    def complete(self) -> None:
        """The next run, at once after a kill or not, completes; the trail is untouched and nothing is left lying."""
        done = self.run()
        assert done.code == 0, done.stderr
        self._look(self.completed())
        assert self.is_done
        assert self.ground.leftovers() == []
        verdict = self.deployment.kith("audit", "verify", "--format", "json").stdout
        assert json.loads(verdict)["faults"] == []
        self.seen = self.ground.records()

    def completed(self) -> Iterable[Change]:
        """What a whole run leaves where the one before it was killed anywhere."""
        yield from (before + self.whole() for before in (NOTHING, *self.partly, self.whole()))

    def begin_again(self) -> None:
        """To the state before."""
        self.ground.put_back(self.name)
        self.seen, self.is_done = self.ground.records(), False

    def _look(self, allowed: Iterable[Change]) -> None:
        now = self.ground.records()
        found = change(self.seen, now)
        assert found in list(allowed)
        self.is_done = self.check(found) or self.is_done
        self.seen = now
