"""Takes what a person says of a note in which nothing was found, and lets the last answer be taken back."""

from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.kernel.days import now
from kith.ripples.models import NoteJudgement, NoteRead
from kith.ripples.permissions import check_user_may_judge
from kith.ripples.policies import check_can_judge_note
from kith.ripples.queries.notes import answers_about_notes, last_answer_about_a_note, note_for


@transaction.atomic
def judge_note(*, viewer: Viewer, note_id: UUID, answer: str) -> NoteJudgement:
    """Whether anything changed in it that was missed: yes, no, not sure.

    Raises NotAllowedError, NotFoundError, NotPossibleError.
    """
    note = _locked(viewer, note_id)
    check_user_may_judge(viewer, note.client, is_author=False)
    check_can_judge_note(answer, judged=answers_about_notes(note=note).exists())
    given = NoteJudgement.objects.create(note=note, by_id=viewer.actor.id, by_name=viewer.actor.name, answer=answer)
    record(actor=viewer.actor, deed=_deed("judged", note))
    return given


@transaction.atomic
def undo_last_note_judgement(*, viewer: Viewer) -> NoteRead:
    """Take back the viewer's newest answer about a note, which then waits again.

    Raises NotFoundError, NotPossibleError.
    """
    last = last_answer_about_a_note(viewer)
    note = _locked(viewer, last.note_id)
    answers_about_notes(id=last.id).update(undone_at=now())
    record(actor=viewer.actor, deed=_deed("took back", note))
    return note


def _locked(viewer: Viewer, note_id: UUID) -> NoteRead:
    """The note, held until the end of the transaction, so that two answers come one after the other."""
    NoteRead.objects.select_for_update().filter(id=note_id).first()
    return note_for(viewer, note_id)


def _deed(verb: str, note: NoteRead) -> Deed:
    return Deed(verb, "note", [note.source_id], client_id=note.client_id, service_id=note.service_id)
