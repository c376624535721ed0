"""A second set of counts that would be published just the same: proof that a starred cell is not given away.

Passing bounds along the sums can only show that a cell *is* given away. That it is not needs a witness: other counts
that satisfy every sum and every published figure, in which the cell differs. A short search among changes of one
person finds nearly all; what it leaves goes to an exact integer solver.
"""

from collections.abc import Iterable

from kith.analytics.disclosure.system import UNBOUNDED, Limits, System

STEPS_OF_SEARCH = 400


def cells_in_another_world(system: System, cell: int, known: Limits) -> set[int]:
    """The cells that differ from the truth in some other world where `cell` does; empty if there is none."""
    for step in (1, -1):
        shift = _NearbyWorld(system, known).reached_by(cell, step)
        if shift:
            return shift
    return _by_integer_programme(system, cell, known)


class _NearbyWorld:
    """Depth-first repair: move one cell by one person, then mend each sum that no longer adds up."""

    def __init__(self, system: System, known: Limits) -> None:
        self.system, self.known = system, known
        self.shift: dict[int, int] = {}
        self.steps = STEPS_OF_SEARCH

    def reached_by(self, cell: int, step: int) -> set[int]:
        return set(self.shift) if self._move(cell, step, ()) else set()

    def _move(self, cell: int, step: int, broken: tuple[int, ...]) -> bool:
        value = self.system.counts[cell] + step
        if self.steps <= 0 or cell in self.shift or not self.known[0][cell] <= value <= self.known[1][cell]:
            return False
        self.steps -= 1
        self.shift[cell] = step
        touched = dict.fromkeys((*broken, *self.system.rows_of[cell]))
        if self._mend(tuple(number for number in touched if self._excess(number))):
            return True
        del self.shift[cell]
        return False

    def _mend(self, broken: tuple[int, ...]) -> bool:
        if not broken:
            return True
        row, excess = self.system.rows[broken[0]], self._excess(broken[0])
        step = 1 if excess > 0 else -1
        moves = [(part, step) for part in row.parts] + [(row.total, -step)]
        moves.sort(key=lambda move: len(self.system.rows_of[move[0]]))
        return any(self._move(cell, way, broken) for cell, way in moves)

    def _excess(self, number: int) -> int:
        row = self.system.rows[number]
        return self.shift.get(row.total, 0) - sum(self.shift.get(part, 0) for part in row.parts)


def _by_integer_programme(system: System, cell: int, known: Limits) -> set[int]:
    limits = system.deduced(known)
    members = _connected(system, cell, limits)
    truth = system.counts[cell]
    for least, most in ((truth + 1, limits[1][cell]), (limits[0][cell], truth - 1)):
        if least <= most:
            world = _feasible(system, members, limits, (cell, least, most))
            if world:
                return {member for member, value in world.items() if value != system.counts[member]}
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


def _feasible(system: System, members: list[int], limits: Limits, wanted: tuple[int, int, int]) -> dict[int, int]:
    from scipy.optimize import Bounds, LinearConstraint, milp

    place = {member: index for index, member in enumerate(members)}
    low = [limits[0][member] for member in members]
    high = [limits[1][member] if limits[1][member] < UNBOUNDED // 2 else float("inf") for member in members]
    cell, least, most = wanted
    low[place[cell]], high[place[cell]] = least, most if most < UNBOUNDED // 2 else float("inf")
    matrix, right = _equations(system, place)
    answer = milp(
        [0.0] * len(members),
        integrality=[1] * len(members),
        bounds=Bounds(low, high),
        constraints=LinearConstraint(matrix, right, right),
        options={"time_limit": 20.0},
    )
    if answer.x is None:
        return {}
    world = {member: round(float(value)) for member, value in zip(members, answer.x, strict=True)}
    return world if _adds_up(system, world, set(_numbers(system, members))) else {}


def _equations(system: System, place: dict[int, int]) -> tuple[object, list[int]]:
    """Each sum, with what cannot move taken to the right-hand side."""
    from scipy.sparse import csr_array

    numbers = _numbers(system, place)
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


def _adds_up(system: System, world: dict[int, int], numbers: set[int]) -> bool:
    """The solver works in floating point; its answer counts only if it is exact in whole numbers."""
    value = {**dict(enumerate(system.counts)), **world}
    return all(
        value[system.rows[number].total] == sum(value[part] for part in system.rows[number].parts) for number in numbers
    )
