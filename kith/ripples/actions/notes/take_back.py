"""Takes back what was proposed from words that are gone, unless somebody has judged it."""

from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.ripples.models import Judgement, NoteJudgement, NoteRead, Proposal, Telling, TellingState
from kith.ripples.queries.judgements import standing
from kith.ripples.queries.notes import notes_gone


def take_back(proposal: Proposal) -> bool:
    """Remove a proposal nobody has judged; mark one that somebody has. Says whether it was removed."""
    if standing(proposal=proposal).exists():
        Proposal.objects.filter(id=proposal.id).update(note_changed=True)
        return False
    remove(proposal)
    return True


def remove(proposal: Proposal) -> None:
    """The proposal with its telling: it was no more than a question."""
    Judgement.objects.filter(proposal=proposal).delete()
    telling_id = proposal.telling_id
    Proposal.objects.filter(id=proposal.id).delete()
    TellingState.objects.filter(telling_id=telling_id).delete()
    Telling.objects.filter(id=telling_id).delete()


def take_back_gone(*, viewer: Viewer, service_id: UUID) -> int:
    """Take back what was proposed from notes that are empty now; returns how many."""
    taken = 0
    for note in notes_gone(service_id):
        with transaction.atomic():
            taken += sum(take_back(each) for each in Proposal.objects.filter(note=note))
            if not Proposal.objects.filter(note=note).exists():
                forget_row(note)
                deed = Deed("forgot", "note", [note.source_id], client_id=note.client_id, service_id=service_id)
                record(actor=viewer.actor, deed=deed)
    return taken


def forget_row(note: NoteRead) -> None:
    """That a note was read, and what was said of it."""
    NoteJudgement.objects.filter(note=note).delete()
    NoteRead.objects.filter(id=note.id).delete()
