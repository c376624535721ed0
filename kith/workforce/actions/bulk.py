"""Takes the workers of a file."""

import datetime as dt
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from kith.access.api import Seats, prepare_seats
from kith.bulk.api import Held, Merge, held_as, prepare_merge
from kith.people.api import amended_in_service
from kith.workforce.models import Worker


class WorkerRow(NamedTuple):
    """One worker as a file has it."""

    reference: str
    name: str
    status: str
    started_on: dt.date | None
    left_on: dt.date | None
    home_area_code: str
    qualification: str
    qualified_on: dt.date | None


FIELDS = (
    "reference", "membership_id", "status", "started_on", "left_on", "home_area_code", "qualification", "qualified_on",
)  # fmt: skip


@dataclass(slots=True)
class WorkersMerge:
    """Seats and workers, written together; `seats` maps a worker's reference to the seat."""

    workers: Merge
    seats: Seats

    def write(self) -> None:
        """Within the caller's transaction."""
        self.seats.write()
        self.workers.write()


def merge_workers(
    service_id: UUID, rows: Sequence[WorkerRow], import_id: UUID, *, absent: Collection[str] = ()
) -> WorkersMerge:
    """Compare the file's workers with those held; a new one gets a seat, and no user yet."""
    held = _held(service_id)
    seats = prepare_seats(
        service_id,
        held={key: record.values[1] for key, record in held.items()},
        names={row.reference: row.name for row in rows},
        names_given="name" not in absent,
    )
    incoming = {row.reference: (row.reference, seats.ids[row.reference], *row[2:]) for row in rows}
    amended = amended_in_service(service_id, "worker")
    only_new = {"service_id": service_id, "import_id": import_id}
    return WorkersMerge(
        prepare_merge(Worker, FIELDS, held, incoming, amended=amended, only_new=only_new, absent=absent), seats
    )


def _held(service_id: UUID) -> dict[Hashable, Held]:
    rows = Worker.objects.filter(service_id=service_id).exclude(reference="")
    return held_as(rows.values_list("id", "version", "import_id", *FIELDS))
