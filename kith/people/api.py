"""The front door of people.

Many at once: `merge_clients(service_id, rows: Sequence[ClientRow], import_id, recorded_by)` compares a file's clients
with those held and returns a `ClientsMerge`, written by `write()` within the caller's transaction.
`amended_fields(record_type, ids)` maps a record's id to the fields corrected in Kith.
"""

from kith.people.actions.bulk import ClientRow, ClientsMerge, merge_clients
from kith.people.queries import amended_fields, known_references, open_pairs

__all__ = ["ClientRow", "ClientsMerge", "amended_fields", "known_references", "merge_clients", "open_pairs"]
