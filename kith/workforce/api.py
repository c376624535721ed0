"""The front door of workforce.

Many at once: `merge_workers(service_id, rows: Sequence[WorkerRow], import_id)` compares a file's workers with those
held and returns a `WorkersMerge`, written by `write()` within the caller's transaction.
"""

from kith.workforce.actions.bulk import WorkerRow, WorkersMerge, merge_workers
from kith.workforce.queries import known_references

__all__ = ["WorkerRow", "WorkersMerge", "known_references", "merge_workers"]
