"""Shows a sentence, or a note, to whoever is to judge it, and writes down that the record was seen."""

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.kernel.errors import NotPossibleError
from kith.people.api import Client
from kith.ripples.domain.notes import InContext
from kith.ripples.models import NoteRead, Proposal
from kith.ripples.queries.notes import words_of_note
from kith.ripples.queries.review import sentence_of


@transaction.atomic
def look_at_sentence(*, viewer: Viewer, proposal: Proposal) -> InContext:
    """The sentence with a little around it. Raises NotPossibleError where the note no longer says it."""
    said = sentence_of(viewer, proposal)
    _note_view(viewer, proposal.note.client)
    return said


@transaction.atomic
def look_at_note(*, viewer: Viewer, note: NoteRead) -> str:
    """The whole note. Raises NotPossibleError where it may not be read any more."""
    words = words_of_note(viewer, note)
    if not words.strip():
        raise NotPossibleError("This note is empty or restricted now. It is not shown.")
    _note_view(viewer, note.client)
    return words


def _note_view(viewer: Viewer, client: Client) -> None:
    record(actor=viewer.actor, deed=Deed("viewed", "client", [client.id], (), client.id, client.service_id))
