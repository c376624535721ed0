"""Protecting the counts of a whole report at once, so that no sum gives a starred cell away."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from kith.analytics import choices
from kith.analytics.disclosure.earlier import Earlier, earlier_releases
from kith.analytics.disclosure.joint import Joint, joint_system
from kith.analytics.disclosure.protected import ProtectedCell, Reason
from kith.analytics.disclosure.rules import DEFAULT, Rule, rule_named
from kith.analytics.disclosure.system import Limits, Row, Sum, System, sums_of, tighten
from kith.analytics.disclosure.witness import settled_by_witness

Key = TypeVar("Key", bound=Hashable)


def protect_cells(
    cells: Mapping[Key, int],
    sums: Sequence[Sum],
    *,
    rule: str | Rule = DEFAULT,
    earlier: Earlier | Sequence[Earlier] = (),
) -> Mapping[Key, ProtectedCell]:
    """Every count of a report, hidden or rounded so that no starred cell can be worked out.

    Shapes: whole counts of people by key; any number of sums over those keys (a total may have several breakdowns,
    a part may itself be a total; two keys that hold the same figure are a sum of one part).
    Hiding goes on until every starred cell has at least two possible values given all that is published: noughts are
    known, rounded figures are known to their rounding interval, a small cell to its 1 to 7 (or the rule's range), a
    cell starred to protect another to be at least one. One knowledge cannot be taken from a reader by hiding: that a
    total known to be small leaves its many starred parts one each. There the stars, which look alike, are the
    protection: such a total counts as starred for another's sake.
    Beside `earlier` releases of the same cells (the oldest first) a count repeats the figure, or the star, of a release
    from which it differs by as few people as the rule hides, and names it in `repeats`. All releases together, and
    the difference of any two, then leave no starred cell, and no difference of so few, a single possible value: a
    reader knows that a number which repeats moved by a few, that any other stayed or moved by more, and every sum.
    The same cells in the same order give the same stars.
    Errors: UnbalancedTable, BadNumbers, UnknownChoice. Source: METHODS 3.4.
    """
    chosen = rule_named(rule)
    joint = joint_system(choices.by_name(cells, "counts"), sums_of(sums), chosen, earlier_releases(earlier))
    _hide_until_safe(joint.system)
    return {key: _protected(joint, number) for number, key in enumerate(cells)}


def _protected(joint: Joint, cell: int) -> ProtectedCell:
    system = joint.system
    if cell in system.protecting or cell in system.loosened:
        return ProtectedCell(None, True, "protects_another")
    if cell in joint.repeats:
        figure = joint.repeats[cell].figure
        return ProtectedCell(figure.published, figure.suppressed, "repeats", joint.repeats[cell].name)
    if cell in system.small:
        return ProtectedCell(None, True, "small")
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
    full = [row for row in (system.rows[n] for n in numbers if n < system.own_rows) if not _any_shown(system, row)]
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


def _cost(system: System, cell: int) -> tuple[bool, bool, int, int]:
    """Parts before totals, noughts last, then the smallest as published, then the order of the report."""
    own = [number for number in system.rows_of[cell] if number < system.own_rows]
    is_total = any(system.rows[number].total == cell for number in own)
    count = system.counts[cell]
    return is_total, count == 0, system.rule.rounded(count), cell


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
