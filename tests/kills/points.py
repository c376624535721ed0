"""The points at which an operation is killed: spread over the whole of its run, and each at random within its part."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

from tests.kills.operation import Operation
from tests.warm import Kill

KINDS = ("lasting", "moment", "write", "call")
TRIES = 3


@dataclass(frozen=True)
class Length:
    """How long a run is: in seconds, and in points of each kind."""

    seconds: float
    points: dict[str, int]


def measured(operation: Operation) -> Length:
    """One run for the time, which is also the first that completes, and one for the points."""
    began = time.monotonic()
    operation.complete()
    seconds = time.monotonic() - began
    operation.begin_again()
    whole = operation.run(counted=True)
    assert whole.code == 0, whole.stderr
    operation.begin_again()
    return Length(seconds, whole.points)


def points(length: Length, times: int, chance: random.Random) -> Iterator[Kill]:
    """So many points, and as many again for those that a run was over before, in a random order."""
    for _try in range(TRIES):
        parts = [(part + chance.random()) / times for part in range(times)]
        chance.shuffle(parts)
        for number, part in enumerate(parts):
            yield _at(KINDS[number % len(KINDS)], part, length)


def _at(kind: str, part: float, length: Length) -> Kill:
    if kind == "moment":
        return Kill(kind, max(0.001, part * length.seconds))
    return Kill(kind, 1 + int(part * length.points[kind]))
