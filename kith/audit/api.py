"""The front door of the audit.

`record(actor=, deed=)` and `record_all(actor=, deeds=)` write rows in the caller's transaction: a `Deed` names a verb,
a record type, ids, field names, a client and a service, and never a value. `seal_rows()` seals what is committed and
returns how many rows; `seal_regularly()` lets the worker for jobs do so every few minutes; `verify()` returns a
`Verdict(rows, seals, faults, notes, lost, beyond)`; `settle(actor=, reason=)` says why the database is older than the
folder and returns a `Settlement`, or raises NotPossibleError where it is not, or where more than that is wrong;
`rows_of_client(client_id)` is a queryset, newest first;
`changed_since(service_id, instant)` says whether anything but looking was done since;
`last_seal_at()` is when the newest seal was made, or None. `drop_strand()` is for whoever
puts another database in the place of this one: the next row asks it where its strand ends. `WITNESS` is the folder
within KITH_DATA that is copied before the database, never after. All else raises for a broken database or a folder
KITH_DATA that cannot be written alone.
"""

from kith.audit.actions.record import Deed, record, record_all
from kith.audit.actions.seal import seal_regularly, seal_rows
from kith.audit.actions.settle import settle
from kith.audit.actions.verify import Verdict, verify
from kith.audit.models import AuditRow
from kith.audit.queries import changed_since, last_seal_at, rows_of_client
from kith.audit.witness.folder import NAME as WITNESS
from kith.audit.witness.strand import drop_strand

__all__ = [
    "WITNESS", "AuditRow", "Deed", "Verdict", "changed_since", "drop_strand", "last_seal_at", "record",
    "record_all", "rows_of_client", "seal_regularly", "seal_rows", "settle", "verify",
]  # fmt: skip
