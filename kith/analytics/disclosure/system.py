"""The figures of one report as a system of sums, and what a reader of the published part can work out."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from kith.analytics import checks, choices
from kith.analytics.disclosure.rules import Rule
from kith.analytics.errors import BadNumbers, UnbalancedTable

UNBOUNDED = 10**15
# Bounds that creep one by one around a ring of sums are cut off here; the exact search takes over.
ROUNDS_OF_PROPAGATION = 60

Bounds: TypeAlias = list[int] | dict[int, int]
Limits: TypeAlias = tuple[list[int], list[int]]


class Sum(NamedTuple):
    """`total` is the sum of `parts`; all are keys of cells."""

    total: Hashable
    parts: tuple[Hashable, ...]


def sums_of(sums: object) -> list[Sum]:
    """A list of sums, each a total and its parts. Errors: BadNumbers."""
    found = []
    for each in choices.listed(sums, "sums"):
        if not (isinstance(each, tuple) and len(each) == 2 and isinstance(each[1], tuple | list)):
            raise BadNumbers("A sum has a total and its parts.")
        found.append(Sum(each[0], tuple(each[1])))
    return found


class Row(NamedTuple):
    """A sum by cell numbers."""

    total: int
    parts: tuple[int, ...]

    @property
    def members(self) -> tuple[int, ...]:
        """Total and parts together."""
        return (self.total, *self.parts)


class Link(NamedTuple):
    """By how many people a cell moved since an earlier release, as the later one tells; `few` is nobody's to know."""

    later: int
    least: int
    most: int
    few: bool


class System:
    """Counts, their sums, and which of them are hidden so far."""

    def __init__(self, cells: Mapping[Any, int], sums: Iterable[Sum], rule: Rule) -> None:
        self.keys: list[Any] = list(cells)
        self.counts = [checks.whole(count, "counts") for count in cells.values()]
        self.rule = rule
        self.rows = _rows(self.keys, self.counts, sums)
        self.rows_of: list[list[int]] = [[] for _ in self.keys]
        for number, row in enumerate(self.rows):
            for cell in row.members:
                self.rows_of[cell].append(number)
        self.small = {cell for cell, count in enumerate(self.counts) if rule.hides(count)}
        self.protecting: set[int] = set()
        self.loosened: set[int] = set()
        self.own_rows = len(self.rows)
        # What an earlier release leaves behind; `joint` fills these.
        self.links: dict[int, Link] = {}
        self.fixed: set[int] = set()
        self.emptied: set[int] = set()
        self.repeating: set[int] = set()
        self.standing: set[int] = set()

    @property
    def hidden(self) -> set[int]:
        """Every count that may not be found: starred, repeating another, or a move by a few people."""
        return self.starred | self.repeating | {cell for cell, link in self.links.items() if link.few}

    @property
    def starred(self) -> set[int]:
        """Every cell that shows a star."""
        return self.small | self.protecting | self.standing

    def can_be_hidden(self, cell: int) -> bool:
        """What is out already stays, and so does nought, unless it was more before; all else may be starred."""
        anybody = self.counts[cell] > 0 or cell in self.emptied
        return anybody and cell not in self.fixed and not self._is_starred(cell)

    def _is_starred(self, cell: int) -> bool:
        return cell in self.small or cell in self.protecting or cell in self.standing

    def known(self) -> Limits:
        """What each cell shows by itself: its rounding interval, or that it is starred."""
        limits = [self._shown(cell) for cell in range(len(self.keys))]
        return [low for low, _ in limits], [high for _, high in limits]

    def _shown(self, cell: int) -> tuple[int, int]:
        link = self.links.get(cell)
        if link:
            # A star says nothing of how its cell moved.
            return (-UNBOUNDED, UNBOUNDED) if self._is_starred(link.later) else (link.least, link.most)
        if cell in self.repeating or (cell in self.protecting and cell in self.emptied):
            return 0, UNBOUNDED
        if cell in self.protecting or cell in self.loosened:
            return 1, UNBOUNDED
        return self.rule.possible(self.counts[cell])

    def deduced(self, known: Limits) -> Limits:
        """What the sums add to that, by passing bounds along them until nothing moves."""
        low, high = list(known[0]), list(known[1])
        waiting = set(range(len(self.rows)))
        for _ in range(ROUNDS_OF_PROPAGATION):
            moved = {cell for number in sorted(waiting) for cell in tighten(self.rows[number], low, high)}
            if not moved:
                break
            waiting = {number for cell in moved for number in self.rows_of[cell]}
        return low, high


def tighten(row: Row, low: Bounds, high: Bounds) -> list[int]:
    """Narrow the bounds of one sum's members by each other; says which moved."""
    least, most = sum(low[part] for part in row.parts), sum(high[part] for part in row.parts)
    moved = _narrow(row.total, least, most, low, high)
    total_low, total_high = low[row.total], high[row.total]
    for part in row.parts:
        others_least, others_most = least - low[part], most - high[part]
        if _narrow(part, total_low - others_most, total_high - others_least, low, high):
            moved.append(part)
            least, most = others_least + low[part], others_most + high[part]
    return moved


def _narrow(cell: int, least: int, most: int, low: Bounds, high: Bounds) -> list[int]:
    if least <= low[cell] and most >= high[cell]:
        return []
    low[cell], high[cell] = max(low[cell], least), min(high[cell], most)
    return [cell]


def _rows(keys: Sequence[Hashable], counts: Sequence[int], sums: Iterable[Sum]) -> list[Row]:
    number = {key: place for place, key in enumerate(keys)}
    rows = []
    for total, parts in sums_of(sums):
        unknown = [key for key in (total, *parts) if key not in number]
        if unknown:
            raise UnbalancedTable(f"A sum speaks of '{unknown[0]}', which is not among the cells.")
        if total in parts or len(set(parts)) < len(parts):
            raise UnbalancedTable(f"The sum for '{total}' names a cell twice.")
        row = Row(number[total], tuple(number[part] for part in parts))
        if counts[row.total] != sum(counts[part] for part in row.parts):
            raise UnbalancedTable(f"The parts of '{total}' do not add up to it.")
        rows.append(row)
    return rows
