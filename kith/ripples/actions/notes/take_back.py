"""Takes back what was found in notes and may no longer be kept: words, spans, digests and judgements."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import F

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.ripples.domain.review import may_follow
from kith.ripples.models import Judgement, NoteJudgement, NoteRead, Proposal, Telling, TellingState
from kith.ripples.models.note_read import READ_AGAIN
from kith.ripples.queries.judgements import standing
from kith.ripples.queries.notes import notes_gone
from kith.ripples.queries.tellings import with_state

NOT_SAID = "The note no longer says this, or may not be used for it."


def take_back(viewer: Viewer, proposals: Sequence[Proposal], reason: str = NOT_SAID) -> int:
    """Remove what nobody has judged; empty and withdraw what somebody has. Returns how many. All of one client.

    Where another note of hers says the same sentence, it proposes it: these are gone through again.
    """
    if not proposals:
        return 0
    judged = [each for each in proposals if standing(proposal=each).exists()]
    for proposal in proposals:
        if proposal not in judged:
            _remove(proposal)
    if judged:
        _empty(viewer, judged, reason)
    others = NoteRead.objects.filter(client_id=proposals[0].note.client_id)
    others.exclude(id__in={each.note_id for each in proposals}).update(digest=READ_AGAIN)
    return len(proposals)


def _remove(proposal: Proposal) -> None:
    """The proposal with its telling: it was no more than a question."""
    Judgement.objects.filter(proposal=proposal).delete()
    telling_id = proposal.telling_id
    Proposal.objects.filter(id=proposal.id).delete()
    TellingState.objects.filter(telling_id=telling_id).delete()
    Telling.objects.filter(id=telling_id).delete()


def _empty(viewer: Viewer, judged: Sequence[Proposal], reason: str) -> None:
    """What somebody judged stays as a withdrawn telling without words, so that the trail leads somewhere."""
    ids = [each.telling_id for each in judged]
    for telling in with_state(Telling.objects.filter(id__in=ids)):
        Telling.objects.filter(id=telling.id).update(account="", relation="", version=F("version") + 1)
        TellingState.objects.filter(telling=telling).update(reason="")
        if may_follow(telling.state, "withdrawn"):  # type: ignore[attr-defined]
            TellingState.objects.create(
                telling=telling, state="withdrawn", by_id=viewer.actor.id, by_name=viewer.actor.name, reason=reason
            )
    Judgement.objects.filter(proposal__in=list(judged)).delete()
    Proposal.objects.filter(id__in=[each.id for each in judged]).delete()
    note = judged[0].note
    record(actor=viewer.actor, deed=Deed("forgot", "telling", ids, ("account",), note.client_id, note.service_id))


def take_back_gone(*, viewer: Viewer, service_id: UUID) -> int:
    """Take back what was proposed from notes that are empty now; returns how many."""
    taken = 0
    for note in notes_gone(service_id):
        with transaction.atomic():
            taken += take_back(viewer, list(Proposal.objects.filter(note=note).select_related("note")))
            forget_row(note)
            deed = Deed("forgot", "note", [note.source_id], client_id=note.client_id, service_id=service_id)
            record(actor=viewer.actor, deed=deed)
    return taken


def forget_row(note: NoteRead) -> None:
    """That a note was read, and what was said of it."""
    NoteJudgement.objects.filter(note=note).delete()
    NoteRead.objects.filter(id=note.id).delete()
