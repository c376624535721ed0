"""Coarser groups before stars: wider bands, longer periods, fewer domains, and saying so."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from kith.analytics import choices
from kith.analytics.disclosure.rules import DEFAULT, Rule, rule_named
from kith.analytics.disclosure.table import Key, Label, Table
from kith.analytics.errors import BadNumbers, UnbalancedTable


class Step(NamedTuple):
    """One way to coarsen: which labels become which, and the words printed under the table."""

    said: str
    merge: Mapping[Label, Label]
    axis: Literal["rows", "columns"] = "rows"


class Coarsened(NamedTuple):
    """The table after the steps that were needed, and what to print about them."""

    table: Table
    said: tuple[str, ...]
    still_small: bool


def coarsen(table: Any, steps: Sequence[Step], *, rule: str | Rule = DEFAULT) -> Coarsened:
    """Merge groups, step by step in the order given, until no cell is small or the steps are used up.

    Shapes: a table as `protect` takes it; labels a step does not name stay as they are. A total is never changed.
    Errors: UnbalancedTable for a step that names a label the table does not have; those of `Table.of`.
    Source: METHODS 3.4 (coarsen before starring, and say so).
    """
    chosen, coarse = rule_named(rule), Table.of(table)
    said: list[str] = []
    for step in map(_as_step, choices.listed(steps, "steps")):
        if not _any_small(coarse, chosen):
            break
        coarse = _merged(coarse, step)
        said.append(step.said)
    return Coarsened(coarse, tuple(said), _any_small(coarse, chosen))


def _as_step(step: Any) -> Step:
    if isinstance(step, Step):
        return step
    if isinstance(step, Mapping):
        merged = "; ".join(f"{old} counted with {new}" for old, new in step.items() if old != new)
        return Step(f"{merged}.", step)
    if isinstance(step, tuple | list) and len(step) in (2, 3) and isinstance(step[1], Mapping):
        return Step(*step)
    raise BadNumbers("A step says what was done and which labels become which.")


def _any_small(table: Table, rule: Rule) -> bool:
    return any(rule.hides(count) for count in table.counts.values())


def _merged(table: Table, step: Step) -> Table:
    along = table.rows if step.axis == "rows" else table.columns
    unknown = [label for label in step.merge if label not in along]
    if unknown:
        raise UnbalancedTable(f"The table has no {step.axis[:-1]} called '{unknown[0]}' to merge.")
    counts: dict[Key, int] = {}
    for key, count in table.counts.items():
        new = _renamed(table, key, step)
        counts[new] = counts.get(new, 0) + count
    labels = tuple(dict.fromkeys(step.merge.get(label, label) for label in along))
    if step.axis == "rows":
        return Table(labels, table.columns, counts)
    return Table(table.rows, labels, counts)


def _renamed(table: Table, key: Any, step: Step) -> Key:
    if not table.two_way:
        label: Label = key
        return step.merge.get(label, label)
    row, column = key
    if step.axis == "rows":
        return step.merge.get(row, row), column
    return row, step.merge.get(column, column)
