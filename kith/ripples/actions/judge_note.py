"""Takes what a person says of a note in which nothing was found."""

from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.ripples.models import NoteJudgement, NoteRead
from kith.ripples.permissions import check_user_may_judge
from kith.ripples.policies import check_can_judge_note
from kith.ripples.queries.notes import note_for


@transaction.atomic
def judge_note(*, viewer: Viewer, note_id: UUID, answer: str) -> NoteJudgement:
    """Whether anything changed in it that was missed: yes, no, not sure.

    Raises NotAllowedError, NotFoundError, NotPossibleError.
    """
    NoteRead.objects.select_for_update().filter(id=note_id).first()
    note = note_for(viewer, note_id)
    check_user_may_judge(viewer, note.client, is_author=False)
    check_can_judge_note(answer, judged=NoteJudgement.objects.filter(note=note).exists())
    given = NoteJudgement.objects.create(note=note, by_id=viewer.actor.id, by_name=viewer.actor.name, answer=answer)
    deed = Deed("judged", "note", [note.source_id], client_id=note.client_id, service_id=note.service_id)
    record(actor=viewer.actor, deed=deed)
    return given
