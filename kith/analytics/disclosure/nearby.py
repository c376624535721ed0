"""Another world a few people away: move one cell by one person, then mend each sum that no longer adds up."""

from kith.analytics.disclosure.system import Limits, System

# How many cells the world may differ in, tried in turn, and how many moves each try may take. What this short search
# leaves goes to the exact solver, so neither number changes a result.
DEPTHS = (3, 5)
MOVES = 30


def nearby_world(system: System, cell: int, known: Limits) -> set[int]:
    """The cells that differ from the truth in a world close by where `cell` does; empty if the search found none."""
    for depth in DEPTHS:
        for step in (1, -1):
            search = _Search(system, known, depth)
            if search.move(cell, step):
                return set(search.shift)
    return set()


class _Search:
    """Depth first; `excess` holds by how much each touched sum is out."""

    def __init__(self, system: System, known: Limits, depth: int) -> None:
        self.system, self.known, self.depth, self.moves = system, known, depth, MOVES
        self.shift: dict[int, int] = {}
        self.excess: dict[int, int] = {}

    def move(self, cell: int, step: int) -> bool:
        """Whether the world can be mended once this cell has moved."""
        if self.moves <= 0 or len(self.shift) >= self.depth:
            return False
        self.moves -= 1
        self._apply(cell, step, 1)
        self.shift[cell] = step
        if self._mend():
            return True
        del self.shift[cell]
        self._apply(cell, step, -1)
        return False

    def _mend(self) -> bool:
        broken = next((number for number, excess in self.excess.items() if excess), None)
        if broken is None:
            return True
        row, step = self.system.rows[broken], 1 if self.excess[broken] > 0 else -1
        moves = [(part, step) for part in row.parts if self._has_room(part, step)]
        if self._has_room(row.total, -step):
            moves.append((row.total, -step))
        moves.sort(key=lambda move: self._left_broken(*move))
        return any(self.move(cell, way) for cell, way in moves)

    def _has_room(self, cell: int, step: int) -> bool:
        value = self.system.counts[cell] + step
        return cell not in self.shift and self.known[0][cell] <= value <= self.known[1][cell]

    def _effects(self, cell: int, step: int) -> list[tuple[int, int]]:
        rows = self.system.rows
        return [(n, step if rows[n].total == cell else -step) for n in self.system.rows_of[cell]]

    def _apply(self, cell: int, step: int, way: int) -> None:
        for number, effect in self._effects(cell, step):
            self.excess[number] = self.excess.get(number, 0) + way * effect

    def _left_broken(self, cell: int, step: int) -> int:
        """How much a move puts sums out, less how much it mends."""
        effects = self._effects(cell, step)
        return sum(abs(self.excess.get(n, 0) + effect) - abs(self.excess.get(n, 0)) for n, effect in effects)
