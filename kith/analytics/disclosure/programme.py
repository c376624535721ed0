"""Other worlds by an exact integer solver."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kith.analytics.disclosure.system import UNBOUNDED, Limits, System

FAR = 25
NODES = 5000


def far_world(system: System, cells: Sequence[int], limits: Limits, way: int) -> set[int]:
    """Those that differ in a world where as many of `cells` as possible are as high (or low) as they can be.

    Any world is a witness, so looking no further than 25 people from the truth loses nothing.
    """
    members = [cell for cell in range(len(system.keys)) if limits[0][cell] < limits[1][cell]]
    box = {
        member: (
            max(limits[0][member], system.counts[member] - FAR),
            min(limits[1][member], system.counts[member] + FAR),
        )
        for member in members
    }
    # Unequal weights keep cells of one sum from cancelling each other out.
    weights = {cell: -way * (1.0 + place % 7) for place, cell in enumerate(cells)}
    return _differing(system, _solved(system, box, weights))


def exact_world(system: System, cell: int, limits: Limits) -> set[int]:
    """Those that differ in some world where `cell` does; empty if there is no such world."""
    truth = system.counts[cell]
    box = {member: (limits[0][member], limits[1][member]) for member in _connected(system, cell, limits)}
    for least, most in ((truth + 1, limits[1][cell]), (limits[0][cell], truth - 1)):
        if least <= most:
            found = _differing(system, _solved(system, {**box, cell: (least, most)}, {}))
            if found:
                return found
    return set()


def _connected(system: System, cell: int, limits: Limits) -> list[int]:
    """The cells that can move at all and hang together with this one."""
    found, waiting = {cell}, [cell]
    while waiting:
        for number in system.rows_of[waiting.pop()]:
            fresh = {m for m in system.rows[number].members if limits[0][m] < limits[1][m]} - found
            found |= fresh
            waiting += fresh
    return sorted(found)


def _solved(system: System, box: Mapping[int, tuple[int, int]], weights: Mapping[int, float]) -> dict[int, int]:
    from scipy.optimize import Bounds, LinearConstraint, milp

    members = list(box)
    if not members:
        return {}
    matrix, right = _equations(system, members)
    answer = milp(
        [weights.get(member, 0.0) for member in members],
        integrality=[1] * len(members),
        bounds=Bounds([_open(low) for low, _ in box.values()], [_open(high) for _, high in box.values()]),
        constraints=LinearConstraint(matrix, right, right),
        options={"node_limit": NODES, "mip_rel_gap": 0.5},
    )
    if answer.x is None:
        return {}
    world = {member: round(float(value)) for member, value in zip(members, answer.x, strict=True)}
    return world if _holds(system, world, box) else {}


def _open(end: int) -> float:
    return end if abs(end) < UNBOUNDED // 2 else math.copysign(math.inf, end)


def _equations(system: System, members: Sequence[int]) -> tuple[Any, list[int]]:
    """Each sum, with what cannot move taken to the right-hand side."""
    from scipy.sparse import csr_array

    place = {member: index for index, member in enumerate(members)}
    numbers = _numbers(system, members)
    entries: list[tuple[int, int, int]] = []
    right = []
    for line, number in enumerate(numbers):
        row = system.rows[number]
        signs = [(row.total, 1), *((part, -1) for part in row.parts)]
        entries += [(line, place[cell], sign) for cell, sign in signs if cell in place]
        right.append(-sum(sign * system.counts[cell] for cell, sign in signs if cell not in place))
    values = [float(sign) for *_, sign in entries]
    places = ([line for line, _, _ in entries], [column for _, column, _ in entries])
    return csr_array((values, places), shape=(len(numbers), len(place))), right


def _numbers(system: System, members: Iterable[int]) -> list[int]:
    return sorted({number for member in members for number in system.rows_of[member]})


def _holds(system: System, world: Mapping[int, int], box: Mapping[int, tuple[int, int]]) -> bool:
    """The solver works in floating point; its answer counts only if it is exact in whole numbers."""
    value = {**dict(enumerate(system.counts)), **world}
    rows = (system.rows[number] for number in _numbers(system, world))
    adds_up = all(value[row.total] == sum(value[part] for part in row.parts) for row in rows)
    return adds_up and all(low <= world[member] <= high for member, (low, high) in box.items())


def _differing(system: System, world: Mapping[int, int]) -> set[int]:
    return {member for member, value in world.items() if value != system.counts[member]}
