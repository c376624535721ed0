"""Reads a batch of notes and writes what came of it, all of it or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record, record_all
from kith.casework.api import Session
from kith.kernel.days import now
from kith.ripples.actions.notes.known import Known
from kith.ripples.actions.notes.make import Maker
from kith.ripples.actions.notes.take_back import take_back
from kith.ripples.domain.cues.proposal import Proposal as Hit
from kith.ripples.domain.cues.proposal import ReadNote
from kith.ripples.domain.cues.reader import NotesReader
from kith.ripples.domain.digests import Digests
from kith.ripples.domain.notes import plain_note
from kith.ripples.domain.said import Span, sentences_said
from kith.ripples.models import NoteRead, Proposal
from kith.ripples.queries.judgements import kinds_as_proposed, with_readers

SOURCE = "casework"
WITHHELD = ReadNote(True, ())


@dataclass
class Outcome:
    """What a batch did. Where it took something back, other notes of the same people must be read again."""

    read: int = 0
    proposed: int = 0
    taken_back: int = 0


@dataclass(frozen=True)
class Fresh:
    """A note whose words, restriction or lists are other than when it was read, and what it says now."""

    session: Session
    digest: str
    said: ReadNote
    held: NoteRead | None


class BatchReader:
    """Reads batches of one service's notes."""

    def __init__(self, viewer: Viewer, service_id: UUID, reader: NotesReader) -> None:
        self.viewer, self.service_id, self.reader = viewer, service_id, reader
        self.digests = Digests(settings.SECRET_KEY, service_id)

    @property
    def version(self) -> str:
        """The version of the lists it reads by."""
        return self.reader.version

    def take(self, batch: Sequence[Session]) -> Outcome:
        """Read what is new or corrected, outside of the transaction; then write it within one."""
        held = {note.source_id: note for note in NoteRead.objects.filter(source_id__in=[each.id for each in batch])}
        fresh = [each for session in batch if (each := self._fresh(session, held.get(session.id)))]
        outcome = Outcome(read=len(fresh))
        self._keep_up(batch, fresh, held)
        if fresh:
            with transaction.atomic():
                self._write(fresh, outcome)
        return outcome

    def _keep_up(self, batch: Sequence[Session], fresh: Sequence[Fresh], held: Mapping[UUID, NoteRead]) -> None:
        """Of visits that were corrected and their notes not, that they were gone through as they are now."""
        anew = {each.session.id for each in fresh}
        for session in batch:
            note = held.get(session.id)
            if note and session.id not in anew and note.as_of_version != session.version:
                NoteRead.objects.filter(id=note.id, digest=note.digest).update(as_of_version=session.version)

    def _fresh(self, session: Session, held: NoteRead | None) -> Fresh | None:
        text = plain_note(session.note)
        digest = self.digests.of_note(text, restricted=session.note_restricted)
        as_read = (held.digest, held.reader_version, held.noted_on) if held else None
        if as_read == (digest, self.reader.version, session.held_on):
            return None
        said = WITHHELD if session.note_restricted else self.reader.read(text)
        return Fresh(session, digest, said, held)

    def _write(self, fresh: Sequence[Fresh], outcome: Outcome) -> None:
        known = Known(self._key(each, hit) for each in fresh for hit in each.said.proposals)
        maker = Maker(self.viewer, self.service_id, self.digests)
        for each in fresh:
            note = self._noted(each)
            kept = self._kept(each, note, outcome)
            for hit in each.said.proposals:
                key = self._key(each, hit)
                if kept.get((key, *_kinds(hit))) is None and known.is_new(key, _kinds(hit)):
                    maker.make(note, each.session, hit, key)
        outcome.proposed = maker.write()
        ids = [each.session.id for each in fresh]
        record(actor=self.viewer.actor, deed=Deed("read", "note", ids, service_id=self.service_id))
        record_all(actor=self.viewer.actor, deeds=maker.deeds())

    def _key(self, each: Fresh, hit: Hit) -> str:
        return self.digests.of_sentence(each.session.client_id, hit.sentence)

    def _noted(self, each: Fresh) -> NoteRead:
        """The row of a note, as it is read now."""
        note = each.held or NoteRead(
            service_id=self.service_id, client_id=each.session.client_id, source_room=SOURCE, source_id=each.session.id
        )
        if (note.digest, note.withheld) != (each.digest, each.said.withheld):
            note.read_at = now()
        note.noted_on, note.digest, note.reader_version = each.session.held_on, each.digest, self.reader.version
        note.withheld, note.found = each.said.withheld, len(each.said.proposals)
        note.as_of_version = each.session.version
        note.save()
        return note

    def _kept(self, each: Fresh, note: NoteRead, outcome: Outcome) -> Mapping[tuple[str, ...], Proposal]:
        """What was proposed from the note before and still stands in it, moved to where it stands now.

        What nobody has judged goes when the lists find it no longer; what somebody has judged stays as long as the
        note says it and may be shown, whatever the lists.
        """
        if each.held is None:
            return {}
        spans: dict[tuple[str, ...], Hit] = {(self._key(each, hit), *_kinds(hit)): hit for hit in each.said.proposals}
        kept: dict[tuple[str, ...], Proposal] = {}
        gone: list[Proposal] = []
        for proposal in with_readers(Proposal.objects.filter(note=note).select_related("telling", "note")):
            name = (proposal.sentence_key, *kinds_as_proposed(proposal).values())
            rows = Proposal.objects.filter(id=proposal.id)
            if hit := spans.get(name):
                kept[name] = proposal
                rows.update(start=hit.start, end=hit.end, cue=hit.cue[:200])
            elif proposal.readers and (span := self._said(each).get(proposal.sentence_key)):  # type: ignore[attr-defined]
                rows.update(start=span[0], end=span[1])
            else:
                gone.append(proposal)
        if gone:
            outcome.taken_back += take_back(self.viewer, gone)
        return kept

    def _said(self, each: Fresh) -> Mapping[str, Span]:
        """The sentences of a note that may be shown."""
        text = "" if each.said.withheld else plain_note(each.session.note)
        return sentences_said(self.digests, each.session.client_id, text)


def _kinds(hit: Hit) -> tuple[str, str, str, str]:
    return (hit.through, hit.beneficiary, hit.domain, hit.direction)
