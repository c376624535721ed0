"""Reads a batch of notes and writes what came of it, all of it or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record, record_all
from kith.casework.api import Session
from kith.ripples.actions.notes.known import Known
from kith.ripples.actions.notes.make import Maker
from kith.ripples.actions.notes.take_back import take_back
from kith.ripples.domain.cues.proposal import Proposal as Hit
from kith.ripples.domain.cues.proposal import ReadNote
from kith.ripples.domain.cues.reader import NotesReader
from kith.ripples.domain.digests import Digests
from kith.ripples.domain.notes import plain_note
from kith.ripples.models import NoteRead, Proposal
from kith.ripples.queries.judgements import kinds_as_proposed

SOURCE = "casework"
WITHHELD = ReadNote(True, ())


@dataclass
class Outcome:
    """What a batch did, and whose other notes must be read again."""

    read: int = 0
    proposed: int = 0
    taken_back: int = 0
    whose_again: set[UUID] = field(default_factory=set)


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
        if fresh:
            with transaction.atomic():
                self._write(fresh, outcome)
        self._look_no_more(batch, held, {each.session.id for each in fresh})
        return outcome

    def _look_no_more(self, batch: Sequence[Session], held: Mapping[UUID, NoteRead], fresh: set[UUID]) -> None:
        """A record that was changed, and not in what is read of it, needs no second look."""
        same = [(held[each.id], each.version) for each in batch if each.id not in fresh]
        for note, version in same:
            note.source_version = version
        NoteRead.objects.bulk_update([note for note, _ in same], ["source_version"])

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
        note.noted_on, note.digest, note.reader_version = each.session.held_on, each.digest, self.reader.version
        note.source_version = each.session.version
        note.withheld, note.found = each.said.withheld, len(each.said.proposals)
        note.save()
        return note

    def _kept(self, each: Fresh, note: NoteRead, outcome: Outcome) -> Mapping[tuple[str, ...], Proposal]:
        """What was proposed from the note before and still stands in it, moved to where it stands now.

        What nobody has judged and no longer stands there goes; what somebody has judged stays, marked.
        """
        if each.held is None:
            return {}
        spans: dict[tuple[str, ...], Hit] = {(self._key(each, hit), *_kinds(hit)): hit for hit in each.said.proposals}
        kept: dict[tuple[str, ...], Proposal] = {}
        for proposal in Proposal.objects.filter(note=note).select_related("telling"):
            name = (proposal.sentence_key, *kinds_as_proposed(proposal).values())
            hit = spans.get(name)
            if hit:
                kept[name] = proposal
                rows = Proposal.objects.filter(id=proposal.id)
                rows.update(start=hit.start, end=hit.end, cue=hit.cue[:200], note_changed=False)
            elif take_back(proposal):
                outcome.taken_back += 1
                outcome.whose_again.add(each.session.client_id)
        if each.session.client_id in outcome.whose_again:
            others = NoteRead.objects.filter(client_id=each.session.client_id).exclude(id=note.id)
            others.update(digest="", source_version=0)
        return kept


def _kinds(hit: Hit) -> tuple[str, str, str, str]:
    return (hit.through, hit.beneficiary, hit.domain, hit.direction)
