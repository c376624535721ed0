"""Keeping two releases of the same cells from telling, by their difference, of a handful of people."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from kith.analytics import checks
from kith.analytics.disclosure.differences import Differences
from kith.analytics.disclosure.rules import DEFAULT, Rule, rule_named
from kith.analytics.disclosure.system import Sum, sums_of
from kith.analytics.disclosure.table import TOTAL, Table

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class ReleasedCell:
    """The count a release uses for a cell, whether it is an earlier release's, and the words that say so."""

    count: int
    repeated: bool
    said: str


def consistent_with(
    previous: Mapping[Key, int],
    new: Mapping[Key, int],
    *,
    sums: Sequence[Sum] | None = None,
    rule: str | Rule = DEFAULT,
) -> dict[Any, ReleasedCell]:
    """The counts a new release may use beside an earlier one.

    A cell that differs from the earlier release by as few people as the rule hides (1 to 7) repeats the earlier
    count and says so; late entries wait until there are enough of them. `previous` holds what the earlier release
    used, repeats included, so that small changes add up until they may be told.
    Totals are compared too: those of a two-way table, a key 'total', and any `sums` over the keys (as `protect_cells`
    takes them). Where one of them would differ by so few, more cells repeat, those that changed least first, and a
    total is always that of the cells as released; what hangs together and cannot be made to add up repeats whole. With
    totals compared, a group that only one of the releases has counts as nobody in the other; without, a cell the
    earlier release did not have passes as it is. Hand the result to `protect` with the
    releases that are out as `earlier`: it keeps the stars of all of them from giving each other away.
    Shapes: whole counts of people by key (or tables as `protect` takes them), as the release log holds them; never the
    published ones.
    Errors: BadNumbers, UnknownChoice, UnbalancedTable. Source: METHODS 3.4 (differencing).
    """
    chosen = rule_named(rule)
    before, after = _read(previous), _read(new)
    compared = sums_of(() if sums is None else sums)
    if isinstance(before, Table) and isinstance(after, Table):
        (earlier, own), (found, _) = _side_by_side(before, after).system(), _side_by_side(after, before).system()
        compared += own
    else:
        earlier, found = _cells(before), _cells(after)
    if not compared:
        return {key: _released(earlier.get(key), count, chosen) for key, count in found.items()}
    used = Differences(earlier, found, compared, chosen).settled()
    keys = [key for key in used if key in found or used[key]]
    return {key: _used(used[key], earlier.get(key, 0), found.get(key, 0), chosen) for key in keys}


def _read(source: Any) -> Any:
    """A table where the source is one with totals; else counts by key."""
    if isinstance(source, Table):
        return source
    flat = isinstance(source, Mapping) and not any(isinstance(count, Mapping) for count in source.values())
    if flat and (TOTAL not in source or any(isinstance(key, tuple) for key in source)):
        return {key: checks.whole(count, "counts") for key, count in source.items()}
    table = Table.of(source)
    return table if table.two_way or flat else dict(table.counts)


def _cells(counts: Any) -> dict[Any, int]:
    return dict(counts.counts if isinstance(counts, Table) else counts)


def _side_by_side(table: Table, other: Table) -> Table:
    """The table with the labels of both, nobody where it had none."""
    rows = tuple(dict.fromkeys((*table.rows, *other.rows)))
    columns = tuple(dict.fromkeys((*table.columns, *other.columns)))
    keys = [(row, column) for row in rows for column in columns] if columns else list(rows)
    return Table(rows, columns, {key: table.counts.get(key, 0) for key in keys})


def _released(earlier: int | None, count: int, rule: Rule) -> ReleasedCell:
    if earlier is None or not rule.hides(abs(count - earlier)):
        return ReleasedCell(count, False, "")
    return _used(earlier, earlier, count, rule)


def _used(count: int, earlier: int, true: int, rule: Rule) -> ReleasedCell:
    if count == true:
        return ReleasedCell(count, False, "")
    if count != earlier:
        return ReleasedCell(count, False, "Without late entries that are too few to be told apart.")
    said = "what changed since would tell of a few people"
    if rule.hides(abs(true - earlier)):
        said = f"fewer than {rule.hide_to + 1} people changed since"
    return ReleasedCell(earlier, True, f"As in the earlier release: {said}.")
