"""What differs between the records held and the rows of a file."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

NOTHING_AMENDED: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """A record as it stands: its id, version, values in the order of the fields, and whether a file brought it."""

    id: UUID
    version: int
    values: tuple[Any, ...]
    imported: bool = True


def held_as(rows: Iterable[tuple[Any, ...]], key: slice | int = 0) -> dict[Hashable, Held]:
    """Records by their key: each row is id, version, the import it came with, then the values; `key` lies in these."""
    return {row[3:][key]: Held(row[0], row[1], row[3:], row[2] is not None) for row in rows}


@dataclass(slots=True)
class Change:
    """The fields of one record that the file has otherwise."""

    id: UUID
    version: int
    values: dict[str, Any]


@dataclass(slots=True)
class Comparison:
    """Keys new to Kith, records to change, fields kept as corrected here, keys no longer in the file."""

    new: list[Hashable] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    kept: list[tuple[Hashable, tuple[str, ...]]] = field(default_factory=list)
    gone: list[Hashable] = field(default_factory=list)


def compare(
    fields: Sequence[str],
    held: Mapping[Any, Held],
    incoming: Mapping[Any, tuple[Any, ...]],
    amended: Mapping[UUID, Iterable[str]],
    absent: frozenset[str] = frozenset(),
) -> Comparison:
    """Compare record by record. A field amended in Kith, or absent from the file, is never among the changes."""
    found = Comparison()
    for key, values in incoming.items():
        record = held.get(key)
        if record is None:
            found.new.append(key)
        elif record.values == values:
            found.unchanged += 1
        else:
            differing = _differing(fields, record.values, values, absent)
            _sort_differences(found, key, record, differing, set(amended.get(record.id, NOTHING_AMENDED)))
    found.gone = [key for key, record in held.items() if record.imported and key not in incoming]
    return found


def _differing(
    fields: Sequence[str], held: tuple[Any, ...], incoming: tuple[Any, ...], absent: frozenset[str]
) -> dict[str, Any]:
    triples = zip(fields, held, incoming, strict=True)
    return {name: new for name, old, new in triples if old != new and name not in absent}


def _sort_differences(
    found: Comparison, key: Hashable, record: Held, differing: dict[str, Any], amended: set[str]
) -> None:
    if kept := tuple(name for name in differing if name in amended):
        found.kept.append((key, kept))
    if changes := {name: value for name, value in differing.items() if name not in amended}:
        found.changes.append(Change(record.id, record.version, changes))
    else:
        found.unchanged += 1
