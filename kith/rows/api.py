"""The front door of rows.

`closed()`, `every_row(because=)` and `rows_of(services=, persons=, by=)` are contexts in which this thread's connection
sees no row of any service, every one, or those of some services, of some persons (to see only), and those somebody
wrote. `see(...)` says the same from now on, within `closed()`. `begin_with_every_row(because=)` is for a command. On
SQLite they do nothing. `lay()` lays the lock; it raises NotPossibleError where the role cannot be made.
`tables_not_locked()` names those where it is not laid as the models say; `has_second_lock()` whether there is any.

A model's foreign keys say how its rows belong to a service. Where they do not say enough it does, in `second_lock`:
`OfService(column, person=, beside=, by=, may_lack=, for_good=)`, `OfChildren(child, column, way)`, `OfWriter(column)`;
or why they do not, `Outside(reason)`. `written_by` is a column that names who wrote a row, whose it is as well.
"""

from kith.rows.actions.hold import begin_with_every_row, closed, every_row, rows_of, see
from kith.rows.actions.lay import lay
from kith.rows.domain.belonging import OfChildren, OfParent, OfService, OfWriter, Outside, TheService, Way
from kith.rows.queries import belonging, has_second_lock, locked_tables, tables_not_locked

__all__ = [
    "OfChildren", "OfParent", "OfService", "OfWriter", "Outside", "TheService", "Way", "begin_with_every_row",
    "belonging", "closed", "every_row", "has_second_lock", "lay", "locked_tables", "rows_of", "see",
    "tables_not_locked",
]  # fmt: skip
