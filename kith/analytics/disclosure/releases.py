"""Keeping two releases of the same cells from telling, by their difference, of a handful of people."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from kith.analytics import checks
from kith.analytics.disclosure.rules import DEFAULT, Rule, rule_named
from kith.analytics.disclosure.table import Table

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class ReleasedCell:
    """The count a release uses for a cell, whether it is an earlier release's, and the words that say so."""

    count: int
    repeated: bool
    said: str


def consistent_with(
    previous: Mapping[Key, int], new: Mapping[Key, int], *, rule: str | Rule = DEFAULT
) -> dict[Key, ReleasedCell]:
    """The counts a new release may use beside an earlier one.

    A cell that differs from the earlier release by as few people as the rule hides (1 to 7) repeats the earlier
    count and says so; late entries wait until there are enough of them. `previous` holds what the earlier release
    used, repeats included, so that small changes add up until they may be told. Cells the earlier release did not
    have pass as they are. The result is then protected like any other release; because repeats may leave parts and
    totals apart, repeat on the finest cells and add up from there.
    Shapes: whole counts of people by key (or a table as `protect` takes it), as the release log holds them; never the
    published ones.
    Errors: BadNumbers, UnknownChoice. Source: METHODS 3.4 (differencing).
    """
    chosen = rule_named(rule)
    previous, new = _by_key(previous), _by_key(new)
    return {key: _released(previous, key, checks.whole(count, "counts"), chosen) for key, count in new.items()}


def _by_key(cells: Any) -> Mapping[Any, int]:
    flat = isinstance(cells, Mapping) and not any(isinstance(count, Mapping) for count in cells.values())
    return cells if flat else Table.of(cells).counts


def _released(previous: Mapping[Key, int], key: Key, count: int, rule: Rule) -> ReleasedCell:
    if key not in previous:
        return ReleasedCell(count, False, "")
    earlier = checks.whole(previous[key], "counts")
    if not rule.hides(abs(count - earlier)):
        return ReleasedCell(count, False, "")
    said = f"As in the earlier release: fewer than {rule.hide_to + 1} people changed since."
    return ReleasedCell(earlier, True, said)
