"""Reads a service's notes and keeps what they may tell of as proposed tellings.

It goes note by note, a few hundred in a transaction. Killed at any line it leaves whole batches, and the next run goes
on with the notes whose words it has not read yet; a run with nothing to read fetches no note and writes nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from kith.access.api import Viewer, service_for
from kith.casework.api import Session
from kith.kernel.days import Period
from kith.ripples.actions.notes.batch import BatchReader
from kith.ripples.actions.notes.forget import forget_withdrawn
from kith.ripples.actions.notes.one_at_a_time import one_at_a_time
from kith.ripples.actions.notes.take_back import take_back_gone
from kith.ripples.actions.sample import draw
from kith.ripples.domain.cues.current import notes_reader
from kith.ripples.permissions import check_user_may_read_notes
from kith.ripples.queries.notes import notes_read, notes_to_read
from kith.ripples.queries.samples import has_ended, next_period

BATCH = 300


@dataclass
class Reading:
    """How many notes there are and are withheld; what a run read, proposed and took back; whom it forgot."""

    notes: int = 0
    read: int = 0
    withheld: int = 0
    proposed: int = 0
    taken_back: int = 0
    forgotten: int = 0
    drawn: list[Period] = field(default_factory=list)


def propose_ripples(*, viewer: Viewer, service_id: UUID, progress: Callable[[str], None] = lambda _: None) -> Reading:
    """Read what is new or corrected among the notes of people who said yes. Raises NotAllowedError, NotFoundError."""
    service = service_for(viewer, service_id)
    check_user_may_read_notes(viewer, service.id)
    done = Reading()
    with one_at_a_time(service.id):
        done.forgotten = forget_withdrawn(viewer=viewer, service_id=service.id)
        done.taken_back = take_back_gone(viewer=viewer, service_id=service.id)
        reader = BatchReader(viewer, service.id, notes_reader())
        while _through(service.id, reader, done, progress):
            pass
        done.notes = notes_read(service.id).count()
        done.withheld = notes_read(service.id).filter(withheld=True).count()
        _draw_ended_years(viewer, service.id, done)
    return done


def _through(service_id: UUID, reader: BatchReader, done: Reading, progress: Callable[[str], None]) -> bool:
    """Goes through all notes that are to be read; says whether some must be read again.

    Where a sentence is taken back that stood in several notes of a person, another of them proposes it.
    """
    again = False
    for batch in _batches(service_id, reader.version):
        outcome = reader.take(batch)
        done.read += outcome.read
        done.proposed += outcome.proposed
        done.taken_back += outcome.taken_back
        again |= outcome.taken_back > 0
        if outcome.read:
            progress(f"{done.read:,} notes read, {done.proposed:,} sentences proposed")
    return again


def _batches(service_id: UUID, reader_version: str) -> Iterator[list[Session]]:
    notes = notes_to_read(service_id, reader_version).select_related("worker__membership")
    last: UUID | None = None
    while batch := list((notes.filter(id__gt=last) if last else notes)[:BATCH]):
        yield batch
        last = batch[-1].id


def _draw_ended_years(viewer: Viewer, service_id: UUID, done: Reading) -> None:
    while (period := next_period(service_id)) and has_ended(period):
        draw(viewer=viewer, service_id=service_id, period=period)
        done.drawn.append(period)
