"""Prepares the difference between a file and a table, and writes it."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models

from kith.bulk.actions.write import insert, update
from kith.bulk.domain.compare import Change, Comparison, Held, compare
from kith.kernel.errors import StaleError
from kith.kernel.ids import new_id


class ChangedMeanwhileError(StaleError):
    """A record was changed while the file was being compared with it."""


@dataclass(slots=True)
class Merge:
    """The difference for one table: nothing is written until `write()`."""

    model: type[models.Model]
    fields: tuple[str, ...]
    comparison: Comparison
    ids: dict[Hashable, UUID]
    held: Mapping[Hashable, Held]
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    new_ids: list[UUID] = field(default_factory=list)

    def write(self) -> None:
        """Insert what is new and change what differs, within the caller's transaction."""
        insert(self.model, ("id", *self.fields), self.rows)
        for names, changes in _by_fields(self.comparison.changes).items():
            rows = [(*(each.values[name] for name in names), each.id, each.version) for each in changes]
            if update(self.model, names, rows) != len(rows):
                raise ChangedMeanwhileError("Somebody changed a record while the file was taken. Take the file again.")

    def gone_within(self, day_field: str, first: Any, last: Any) -> list[Hashable]:
        """Keys a file brought earlier, dated within its days (or undated), that it no longer has."""
        place = self.fields.index(day_field)
        days = ((key, self.held[key].values[place]) for key in self.comparison.gone)
        return [key for key, day in days if day is None or first <= day <= last]

    @property
    def changed_ids(self) -> list[UUID]:
        """The records that will be changed."""
        return [each.id for each in self.comparison.changes]


def prepare_merge(
    model: type[models.Model],
    fields: Sequence[str],
    held: Mapping[Any, Held],
    incoming: Mapping[Any, tuple[Any, ...]],
    *,
    amended: Mapping[UUID, Iterable[str]],
    only_new: Mapping[str, Any],
    absent: Iterable[str] = (),
) -> Merge:
    """Compare, and give each new record its id.

    `only_new` are values every new record gets and no old one loses; `absent` are fields the file has no column for.
    """
    comparison = compare(fields, held, incoming, amended, frozenset(absent))
    ids = {key: record.id for key, record in held.items()}
    merge = Merge(model, (*fields, *only_new), comparison, ids, held)
    constants = tuple(only_new.values())
    for key in comparison.new:
        record_id = merge.ids[key] = new_id()
        merge.new_ids.append(record_id)
        merge.rows.append((record_id, *incoming[key], *constants))
    return merge


def _by_fields(changes: Iterable[Change]) -> dict[tuple[str, ...], list[Change]]:
    grouped: dict[tuple[str, ...], list[Change]] = {}
    for each in changes:
        grouped.setdefault(tuple(each.values), []).append(each)
    return grouped
