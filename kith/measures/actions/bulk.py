"""Takes the readings of a file."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from django.db.models import F

from kith.bulk.api import Held, Merge, prepare_merge
from kith.measures.models import Reading
from kith.people.api import amended_fields


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
    amended = amended_fields("reading", [record.id for record in held.values()])
    incoming: dict[object, tuple[object, ...]] = {row[:4]: row for row in rows}
    return prepare_merge(
        Reading, ReadingRow._fields, held, incoming, amended=amended, only_new={"import_id": import_id}, absent=absent
    )


def _held(service_id: UUID) -> dict[object, Held]:
    rows = Reading.objects.filter(client__service_id=service_id).order_by(F("import_id").asc(nulls_first=True))
    columns = rows.values_list("id", "version", "import_id", *ReadingRow._fields)
    return {row[3:7]: Held(row[0], row[1], row[3:], row[2] is not None) for row in columns}
