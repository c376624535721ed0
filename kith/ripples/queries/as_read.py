"""The words of notes as they were read: what was corrected, restricted or withheld since is not shown."""

from collections.abc import Collection
from uuid import UUID

from django.conf import settings

from kith.access.api import Viewer
from kith.casework.api import sessions_visible_to
from kith.kernel.errors import NotPossibleError
from kith.ripples.domain.digests import Digests
from kith.ripples.domain.notes import InContext, in_context, plain_note
from kith.ripples.models import NoteRead, Proposal

CHANGED = "This note was corrected or restricted since it was read, so it is not shown until it is read again."


def texts_of(viewer: Viewer, source_ids: Collection[UUID]) -> dict[UUID, str]:
    """The notes within the viewer's scope that are not restricted, as they stand now."""
    rows = sessions_visible_to(viewer).filter(id__in=source_ids, note_restricted=False)
    return {source_id: plain_note(text) for source_id, text in rows.values_list("id", "note")}


def stands(note: NoteRead, text: str) -> bool:
    """Whether a note may be shown: it still says what was read, and was not withheld."""
    digests = Digests(settings.SECRET_KEY, note.service_id)
    return not note.withheld and bool(text.strip()) and digests.of_note(text, restricted=False) == note.digest


def words_of_note(viewer: Viewer, note: NoteRead) -> str:
    """The whole note. Raises NotPossibleError where it may not be shown any more."""
    text = texts_of(viewer, [note.source_id]).get(note.source_id, "")
    if not stands(note, text):
        raise NotPossibleError(CHANGED)
    return text


def sentence_of(viewer: Viewer, proposal: Proposal) -> InContext:
    """The sentence with a little around it. Raises NotPossibleError where the note no longer says it."""
    return in_context(words_of_note(viewer, proposal.note), proposal.start, proposal.end)
