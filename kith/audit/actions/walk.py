"""Walks the rows of the trail in the order they were written, strand by strand, and tells what does not fit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from uuid import UUID

from kith.audit.domain.digest import Position, row_mac
from kith.audit.models import AuditRow
from kith.audit.witness.notes import End
from kith.audit.witness.settled import Gap

AT_A_TIME = 5_000


class Walk:
    """Where it stands in each strand: the last row met, and its digest. No row is read twice."""

    def __init__(self, key: bytes, trail: UUID, watched: Mapping[int, int]) -> None:
        self.key, self.trail, self.rows = key, trail, 0
        self._watched, self._seen = watched, dict[int, str]()
        self._ends: dict[int, End] = defaultdict(End)
        self._faults: list[str] = []

    def faults_since(self) -> list[str]:
        """What was found since this was asked last."""
        found, self._faults = self._faults, []
        return found

    def to_reach(self, before: Mapping[str, int], reach: Mapping[str, int]) -> list[str]:
        """The digests of the rows between the reach of one seal and the next."""
        macs: list[str] = []
        for strand in sorted(int(each) for each in reach):
            if reach[str(strand)] > before.get(str(strand), 0):
                macs += self._on(strand, reach[str(strand)])
        return macs

    def to_end(self, strand: int) -> None:
        """The rows of a strand that no seal covers yet."""
        self._on(strand, None)

    def old_rows(self, batch: int | None) -> list[str]:
        """The digests of the rows of one batch, or of none, of the time before strands."""
        macs = []
        rows = AuditRow.objects.filter(strand__isnull=True)
        rows = rows.filter(batch__isnull=True) if batch is None else rows.filter(batch=batch)
        for row in rows.order_by("id").iterator(AT_A_TIME):
            self.rows += 1
            macs.append(row.mac)
            if _mac_of(self.key, row, None) != row.mac:
                self._faults.append(f"Audit row {row.id} was changed or added by hand.")
        return macs

    def gap(self, strand: int, end: End) -> Gap | None:
        """How far a strand falls short of what its writer noted outside the database; None where it does not."""
        held = self._ends[strand].place
        return Gap(held, end) if end.place > held else None

    def is_as_noted(self, strand: int, end: End) -> bool:
        """Whether the row that was noted outside the database is the one that stands there."""
        return not end.place or self._seen.get(strand) == end.mac

    def _on(self, strand: int, until: int | None) -> list[str]:
        macs = []
        for row in self._rows_of(strand, until):
            self._meet(strand, row)
            macs.append(row.mac)
        if until is not None and self._ends[strand].place < until:
            self._lacks(strand, until + 1, None)
            self._ends[strand] = End(until, "")
        return macs

    def _rows_of(self, strand: int, until: int | None) -> Iterator[AuditRow]:
        beyond = AuditRow.objects.filter(strand=strand).order_by("place")
        rows = beyond if until is None else beyond.filter(place__lte=until)
        while some := list(rows.filter(place__gt=self._ends[strand].place)[:AT_A_TIME]):
            yield from some

    def _meet(self, strand: int, row: AuditRow) -> None:
        before, place = self._ends[strand], row.place or 0
        self.rows += 1
        if place != before.place + 1:
            self._lacks(strand, place, row)
        elif before.mac:
            position = Position(self.trail, strand, place, before.mac)
            if _mac_of(self.key, row, position) != row.mac:
                self._faults.append(f"Audit row {row.id} (strand {strand}, row {place}) was changed or added by hand.")
        if self._watched.get(strand) == place:
            self._seen[strand] = row.mac
        self._ends[strand] = End(place, row.mac)

    def _lacks(self, strand: int, place: int, row: AuditRow | None) -> None:
        """Rows that are not there. The next one cannot be checked by itself: its digest covers the one before."""
        missing = rows_are(self._ends[strand].place + 1, place - 1)
        before = f", before {row.id} of {row.at:%d/%m/%Y %H:%M}" if row else ""
        self._faults.append(f"{missing} missing from strand {strand}{before}.")


def rows_are(first: int, last: int) -> str:
    """The beginning of a sentence on rows."""
    return f"Row {first} is" if first == last else f"Rows {first} to {last} are"


def _mac_of(key: bytes, row: AuditRow, position: Position | None) -> str:
    return row_mac(
        key,
        row_id=row.id, at=row.at, actor_id=row.actor_id, actor_name=row.actor_name, verb=row.verb,
        service_id=row.service_id, client_id=row.client_id, record_type=row.record_type, record_ids=row.record_ids,
        fields=row.fields, position=position,
    )  # fmt: skip
