"""Protecting the counts of a whole report at once, so that no sum gives a starred cell away."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeVar

from kith.analytics import choices
from kith.analytics.disclosure.rules import DEFAULT, Rule, rule_named
from kith.analytics.disclosure.system import Limits, Row, Sum, System, tighten
from kith.analytics.disclosure.witness import settled_by_witness
from kith.analytics.errors import BadNumbers

Key = TypeVar("Key", bound=Hashable)
Reason = Literal["as_counted", "rounded", "small", "protects_another"]


class ProtectedCell(NamedTuple):
    """A count as it may leave the service.

    `reason` is for the service's own eyes: printed, it would tell stars for small numbers from stars that guard them.
    """

    published: int | None
    suppressed: bool
    reason: Reason

    @classmethod
    def of(cls, value: object) -> "ProtectedCell":
        """The value itself, if it is a protected cell. Errors: BadNumbers."""
        if not isinstance(value, cls):
            raise BadNumbers("A figure follows from protected cells only, never from bare counts.")
        return value

    @property
    def shown(self) -> str:
        """What is printed: the number or a star."""
        return "*" if self.published is None else str(self.published)


def protect_cells(
    cells: Mapping[Key, int], sums: Sequence[Sum], *, rule: str | Rule = DEFAULT
) -> Mapping[Key, ProtectedCell]:
    """Every count of a report, hidden or rounded so that no starred cell can be worked out.

    Shapes: whole counts of people by key; any number of sums over those keys (a total may have several breakdowns,
    a part may itself be a total; two keys that hold the same figure are a sum of one part).
    Hiding goes on until every starred cell has at least two possible values given all that is published: noughts are
    known, rounded figures are known to their rounding interval, a small cell to its 1 to 7 (or the rule's range), a
    cell starred to protect another to be at least one. One knowledge cannot be taken from a reader by hiding: that a
    total known to be small leaves its many starred parts one each. There the stars, which look alike, are the
    protection: such a total counts as starred for another's sake.
    The same cells in the same order give the same stars.
    Errors: UnbalancedTable, BadNumbers, UnknownChoice. Source: METHODS 3.4.
    """
    system = System(choices.by_name(cells, "counts"), sums, rule_named(rule))
    _hide_until_safe(system)
    return {key: _protected(system, number) for number, key in enumerate(system.keys)}


def _protected(system: System, cell: int) -> ProtectedCell:
    if cell in system.small:
        return ProtectedCell(None, True, "small")
    if cell in system.protecting:
        return ProtectedCell(None, True, "protects_another")
    count = system.counts[cell]
    reason: Reason = "rounded" if count and system.rule.round_to > 1 else "as_counted"
    return ProtectedCell(system.rule.rounded(count), False, reason)


def _hide_until_safe(system: System) -> None:
    settled: set[int] = set()
    while True:
        known = system.known()
        deduced = system.deduced(known)
        given_away = [c for c in sorted(system.hidden - settled) if deduced[0][c] == deduced[1][c]]
        given_away = given_away or _without_witness(system, settled, known)
        if not given_away:
            return
        _hide_beside(system, given_away, known, deduced, settled)


def _without_witness(system: System, settled: set[int], known: Limits) -> list[int]:
    """Cells with one possible value although their bounds are apart. A witness once found stays one."""
    asked = system.hidden - settled
    settled |= settled_by_witness(system, asked, known)
    return sorted(asked - settled)


def _hide_beside(system: System, given_away: list[int], known: Limits, deduced: Limits, settled: set[int]) -> None:
    """Star one more cell near each that is given away, unless a sum of its own has just got one."""
    refreshed: set[int] = set()
    for cell in given_away:
        pinning = _pinning(system, cell, known) or _pinning(system, cell, deduced)
        if refreshed.intersection(pinning or system.rows_of[cell]):
            continue
        choice = _best(system, cell, pinning)
        if not choice and _loosen(system, pinning or system.rows_of[cell]):
            return
        choice = choice or _nearest(system, cell)
        system.protecting.update(choice)
        refreshed.update(number for one in choice for number in system.rows_of[one])
        if not choice:
            settled.add(cell)


def _loosen(system: System, numbers: list[int]) -> bool:
    """Where all that is not nought is starred, a reader cannot tell that the total's star means small."""
    full = [row for row in (system.rows[number] for number in numbers) if not _any_shown(system, row)]
    fresh = {row.total for row in full} & system.small - system.loosened
    system.loosened |= fresh
    return bool(fresh)


def _any_shown(system: System, row: Row) -> bool:
    return any(system.can_be_hidden(member) for member in row.members)


def _pinning(system: System, cell: int, limits: Limits) -> list[int]:
    """The sums that leave the cell one value by themselves."""
    return [number for number in system.rows_of[cell] if _pins(system.rows[number], cell, limits)]


def _pins(row: Row, cell: int, limits: Limits) -> bool:
    low = {member: limits[0][member] for member in row.members}
    high = {member: limits[1][member] for member in row.members}
    while tighten(row, low, high):
        pass
    return low[cell] == high[cell]


def _best(system: System, cell: int, numbers: list[int]) -> list[int]:
    members = {member for number in numbers for member in system.rows[number].members} - {cell}
    return sorted(filter(system.can_be_hidden, members), key=lambda member: _cost(system, member))[:1]


def _cost(system: System, cell: int) -> tuple[bool, int, int]:
    """Parts before totals, then the smallest as published, then the order of the report."""
    is_total = any(system.rows[number].total == cell for number in system.rows_of[cell])
    return is_total, system.rule.rounded(system.counts[cell]), cell


def _nearest(system: System, cell: int) -> list[int]:
    """The best cell among those fewest sums away."""
    seen: set[int] = set()
    ring = set(system.rows_of[cell])
    while ring - seen:
        choice = _best(system, cell, sorted(ring))
        if choice:
            return choice
        seen |= ring
        ring = {n for number in ring for member in system.rows[number].members for n in system.rows_of[member]}
    return []
