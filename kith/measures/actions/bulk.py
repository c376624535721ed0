"""Takes the readings of a file."""

import datetime as dt
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from django.db.models import F

from kith.bulk.api import Held, Merge, held_as, prepare_merge
from kith.measures.models import Reading
from kith.people.api import amended_in_service


class ReadingRow(NamedTuple):
    """One reading as a file has it; client, measure, stage and day together are its key."""

    client_id: UUID
    measure: str
    stage: str
    taken_on: dt.date
    value_thousandths: int


def merge_readings(
    service_id: UUID, rows: Sequence[ReadingRow], import_id: UUID, *, absent: Iterable[str] = ()
) -> Merge:
    """Compare the file's readings with those held."""
    held = _held(service_id)
    amended = amended_in_service(service_id, "reading")
    incoming: dict[object, tuple[object, ...]] = {row[:4]: row for row in rows}
    return prepare_merge(
        Reading, ReadingRow._fields, held, incoming, amended=amended, only_new={"import_id": import_id}, absent=absent
    )


def _held(service_id: UUID) -> dict[Hashable, Held]:
    rows = Reading.objects.filter(client__service_id=service_id).order_by(F("import_id").asc(nulls_first=True))
    return held_as(rows.values_list("id", "version", "import_id", *ReadingRow._fields), slice(0, 4))
