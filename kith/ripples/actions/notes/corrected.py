"""What becomes of what was found in a note at the moment its visit is corrected."""

from django.conf import settings
from django.db import transaction

from kith.access.api import Viewer
from kith.casework.api import Session
from kith.ripples.actions.notes.take_back import take_back
from kith.ripples.actions.notes.unasked import read_notes_soon
from kith.ripples.domain.cues.current import notes_reader
from kith.ripples.domain.digests import Digests
from kith.ripples.domain.notes import plain_note
from kith.ripples.domain.said import sentences_said
from kith.ripples.models import NoteRead, Proposal
from kith.ripples.models.note_read import READ_AGAIN


@transaction.atomic
def note_corrected(*, viewer: Viewer, session: Session) -> None:
    """Keep what its note still says, take back what it does not, or all where it may not be shown any more.

    Where its words are others, the note is read again soon, by the worker for jobs.
    """
    note = NoteRead.objects.select_for_update().filter(source_id=session.id).first()
    if note is None:
        return
    digests, text = Digests(settings.SECRET_KEY, note.service_id), plain_note(session.note)
    same = digests.of_note(text, restricted=session.note_restricted) == note.digest
    if not same:
        shut = session.note_restricted or notes_reader().read(text).withheld
        _keep_what_is_said(viewer, note, sentences_said(digests, note.client_id, "" if shut else text))
        read_notes_soon(note.service_id)
    note.as_of_version, note.digest = session.version, note.digest if same else READ_AGAIN
    note.save(update_fields=["as_of_version", "digest"])


def _keep_what_is_said(viewer: Viewer, note: NoteRead, said: dict[str, tuple[int, int]]) -> None:
    proposals = list(Proposal.objects.filter(note=note).select_related("note"))
    take_back(viewer, [each for each in proposals if each.sentence_key not in said])
    for each in proposals:
        if each.sentence_key in said:
            start, end = said[each.sentence_key]
            Proposal.objects.filter(id=each.id).update(start=start, end=end)
