"""The front door of bulk.

`prepare_merge(model, fields, held, incoming, amended=, only_new=, absent=)` compares `held` (key -> `Held(id, version,
values, imported)`; `held_as(rows)` makes it of id, version, import and values) with `incoming` (key -> values), both in
the order of `fields`, and returns a `Merge` with `ids` (key -> id, new ones included), `comparison` (new, changes,
unchanged, kept, gone) and `write()`, which raises `ChangedMeanwhileError`. `insert(model, fields, rows)` writes plain
rows. Both write within the caller's transaction.
"""

from kith.bulk.actions.merge import ChangedMeanwhileError, Merge, prepare_merge
from kith.bulk.actions.write import insert
from kith.bulk.domain.compare import Held, held_as

__all__ = ["ChangedMeanwhileError", "Held", "Merge", "held_as", "insert", "prepare_merge"]
