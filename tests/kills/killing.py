"""Kills one operation at many points, looks, and lets a run complete."""

import os
import random

from tests.kills.operation import Operation
from tests.kills.points import measured, points

TIMES = int(os.environ.get("KILLS", "4"))
"""How often each operation is killed on a database; `make kills` says more."""
COMPLETED_EVERY = 4


def kill_often(operation: Operation, chance: random.Random) -> int:
    """How often it was killed: every fourth time the next run follows at once, otherwise somebody looks first."""
    killed = since = 0
    for kill in points(measured(operation), TIMES, chance):
        done = operation.run(kill)
        assert done.code <= 0, done.stderr
        killed, since = killed + (done.code < 0), since + 1
        if since == COMPLETED_EVERY or killed == TIMES:
            operation.complete()
        else:
            operation.look()
        if operation.is_done:
            operation.begin_again()
            since = 0
        if killed == TIMES:
            break
    assert killed == TIMES
    return killed
