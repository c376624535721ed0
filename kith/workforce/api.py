"""The front door of workforce.

`workers_visible_to(viewer)` is a queryset of colleagues, `workers_at_work(viewer, service_id)` those who have not left,
with their seats, by name; `own_worker(viewer, service_id)` is the viewer's own entry, `worker_in_seat(seat_id)` that of
a seat a client is with; None for somebody without one.
`add_worker` is keyword-only and atomic and raises `NotFoundError`, `NotAllowedError`, `NotPossibleError`. `STATUSES`
maps a status to its word.

Many at once: `merge_workers(service_id, rows: Sequence[WorkerRow], import_id)` compares a file's workers with those
held and returns a `WorkersMerge`, written by `write()` within the caller's transaction.
"""

from kith.workforce.actions.add_worker import add_worker
from kith.workforce.actions.bulk import WorkerRow, WorkersMerge, merge_workers
from kith.workforce.domain.statuses import STATUSES
from kith.workforce.models import Worker
from kith.workforce.queries import (
    known_references,
    own_worker,
    seat_of,
    worker_in_seat,
    workers_at_work,
    workers_visible_to,
)

__all__ = [
    "STATUSES", "Worker", "WorkerRow", "WorkersMerge", "add_worker", "known_references", "merge_workers", "own_worker",
    "seat_of", "worker_in_seat", "workers_at_work", "workers_visible_to",
]  # fmt: skip
