"""The strand this thread writes: where its next row stands, also after a transaction that came to nothing."""

import os
import threading
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from kith.audit.models import AuditRow, Trail
from kith.audit.witness.folder import folder_of
from kith.audit.witness.notes import End, Note
from kith.rows.api import every_row

_HANDS = threading.local()


class Strand:
    """Held by one thread for as long as it has one connection. Nobody else writes it meanwhile."""

    def __init__(self, trail: UUID, number: int, note: Note, end: End) -> None:
        self.trail, self.number = trail, number
        self._note, self._committed = note, end
        self._waiting: list[tuple[End, Any]] = []
        self._has_committed = False
        self._process, self._connection = os.getpid(), connection.connection

    @property
    def is_ours(self) -> bool:
        """Not after a fork, nor once the connection was lost: nobody knows whether its last commit came through."""
        return self._process == os.getpid() and self._connection is connection.connection

    @property
    def end(self) -> End:
        """The last row, committed or written in the transaction that is open.

        What is written waits for its commit. The framework forgets what waits when its transaction, or the part of it
        that wrote it, is rolled back: then the row is gone, and its place free.
        """
        while self._waiting and not _still_waits(self._waiting[-1][1]):
            self._waiting.pop()
        return self._waiting[-1][0] if self._waiting else self._committed

    @property
    def is_ours_alone(self) -> bool:
        """Whether a row of this writer stands behind all others; until then one of a killed writer may come."""
        return self._has_committed or self.end != self._committed

    @property
    def is_longer_than_known(self) -> bool:
        """Whether such a row came."""
        return not self.is_ours_alone and end_of(self.number).place > self.end.place

    def where_another_may_come_first(self) -> AbstractContextManager[Any]:
        """A row that is refused because another came first must not spoil the transaction it belongs to."""
        return nullcontext() if self.is_ours_alone or not connection.in_atomic_block else transaction.atomic()

    def goes_on(self, end: End) -> None:
        """Rows were written up to here; noted outside the database once they are committed."""
        come = partial(self._come, end)
        self._waiting.append((end, come))
        transaction.on_commit(come, robust=True)

    def let_go(self) -> None:
        """Let another writer have it."""
        self._note.let_go()

    def _come(self, end: End) -> None:
        self._committed, self._has_committed = end, True
        self._waiting = [each for each in self._waiting if each[0].place > end.place]
        self._note.write(end)


def strand_in_hand() -> Strand:
    """The strand of this thread, taken up if it has none."""
    held: Strand | None = getattr(_HANDS, "strand", None)
    if held is None or not held.is_ours:
        drop_strand()
        held = _HANDS.strand = _take_up()
    return held


def drop_strand() -> None:
    """Let this thread's strand go; the next row takes one up again and asks the database where it ends."""
    held: Strand | None = getattr(_HANDS, "strand", None)
    _HANDS.strand = None
    if held is not None:
        held.let_go()


def end_of(strand: int) -> End:
    """The last row of a strand in the database."""
    with every_row(because="a strand goes on from its last row, whatever service that tells of"):
        last = AuditRow.objects.filter(strand=strand).order_by("-place").values_list("place", "mac").first()
    return End(last[0] or 0, last[1]) if last else End()


def trail_name() -> UUID:
    """The name of this database's trail."""
    return Trail.objects.get_or_create(number=1)[0].name


def _take_up() -> Strand:
    """The first strand nobody holds. One that falls short of its note is left as it is, for `verify` to tell of."""
    trail = trail_name()
    folder = folder_of(trail)
    for number in count(1):
        strand = _taken(trail, folder, number)
        if strand is not None:
            return strand
    raise AssertionError


def _taken(trail: UUID, folder: Path, number: int) -> Strand | None:
    note = Note.held(folder, number)
    if note is None:
        return None
    end, known = end_of(number), note.read()
    if known.place > end.place or (known.place == end.place and known.mac != end.mac):
        note.let_go()
        return None
    note.write(end)
    return Strand(trail, number, note, end)


def _still_waits(come: Any) -> bool:
    return any(each[1] is come for each in reversed(connection.run_on_commit))
