"""Takes the signposts of a file, whose rows have no id of their own."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from kith.bulk.api import Held, Merge, prepare_merge
from kith.casework.models import Signpost
from kith.people.api import amended_in_service


class SignpostRow(NamedTuple):
    """One signpost as a file has it."""

    client_id: UUID
    made_on: dt.date
    to: str
    outcome: str


def merge_signposts(
    service_id: UUID, rows: Sequence[SignpostRow], import_id: UUID, *, absent: Iterable[str] = ()
) -> Merge:
    """Compare the file's signposts with those held: the n-th of a client to a place on a day is the n-th held.

    So an outcome filled in later mends the signpost instead of making a second one, and identical rows stay two.
    """
    held = _held(service_id)
    amended = amended_in_service(service_id, "signpost")
    incoming = dict(zip(_numbered(row[:3] for row in rows), rows, strict=True))
    return prepare_merge(
        Signpost, SignpostRow._fields, held, incoming, amended=amended, only_new={"import_id": import_id}, absent=absent
    )


def _numbered(keys: Iterable[tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
    seen: Counter[tuple[Any, ...]] = Counter()
    for key in keys:
        seen[key] += 1
        yield (*key, seen[key])


def _held(service_id: UUID) -> dict[object, Held]:
    rows = Signpost.objects.filter(client__service_id=service_id, import_id__isnull=False).order_by("id")
    columns = list(rows.values_list("id", "version", *SignpostRow._fields))
    keys = _numbered(row[2:5] for row in columns)
    return {key: Held(row[0], row[1], row[2:]) for key, row in zip(keys, columns, strict=True)}
