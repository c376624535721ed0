"""Notes to be read by the reader, notes read, and the random notes in which it found nothing."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kith.access.api import Viewer
from kith.casework.api import Session, with_a_note, written_by
from kith.kernel.errors import NotFoundError, NotPossibleError
from kith.people.api import clients_visible_to
from kith.ripples.models import NoteJudgement, NoteRead
from kith.ripples.models.note_read import READ_AGAIN
from kith.ripples.queries.consent import readable_clients
from kith.ripples.queries.in_use import in_use


def readable_notes(service_id: UUID) -> QuerySet[Session]:
    """Sessions of a service with a note that may be read, the oldest record first."""
    return with_a_note(service_id).filter(client__in=readable_clients())


def notes_to_read(service_id: UUID, reader_version: str) -> QuerySet[Session]:
    """Those of them not yet gone through as they are now, by the lists of this version: found without their words."""
    as_they_are = NoteRead.objects.filter(
        source_id=OuterRef("pk"), as_of_version=OuterRef("version"), reader_version=reader_version
    ).exclude(digest=READ_AGAIN)
    return readable_notes(service_id).filter(~Exists(as_they_are))


def notes_read(service_id: UUID) -> QuerySet[NoteRead]:
    """Notes of a service that were read."""
    return NoteRead.objects.filter(service_id=service_id)


def notes_gone(service_id: UUID) -> QuerySet[NoteRead]:
    """Those of them that are empty now."""
    return notes_read(service_id).exclude(source_id__in=with_a_note(service_id).values("id"))


def notes_to_judge(viewer: Viewer) -> QuerySet[NoteRead]:
    """Random notes in which nothing was found, of others than the viewer, that nobody has judged."""
    drawn = notes_drawn(viewer).exclude(note_judged())
    return drawn.order_by("frame__first", "place")


def notes_drawn(viewer: Viewer) -> QuerySet[NoteRead]:
    """Random notes in which nothing was found, within the viewer's scope and not the viewer's own."""
    within = NoteRead.objects.filter(in_use(""), place__isnull=False, client__in=clients_visible_to(viewer))
    return within.exclude(source_id__in=written_by(viewer).values("id")).select_related("client__person")


def note_for(viewer: Viewer, note_id: UUID) -> NoteRead:
    """One of them. Raises NotFoundError."""
    found = notes_drawn(viewer).filter(id=note_id).first()
    if found is None:
        raise NotFoundError("There is no such note among those of the clients you work with.")
    return found


def answers_about_notes(**given: Any) -> QuerySet[NoteJudgement]:
    """What people said of random notes and nobody took back."""
    return NoteJudgement.objects.filter(undone_at__isnull=True, **given)


def note_judged() -> Exists:
    """Whether an answer about a note stands."""
    return Exists(answers_about_notes(note=OuterRef("pk")))


def last_answer_about_a_note(viewer: Viewer) -> NoteJudgement:
    """The viewer's newest answer that stands. Raises NotPossibleError where there is none."""
    found = answers_about_notes(by_id=viewer.actor.id).order_by("-at", "-id").first()
    if found is None:
        raise NotPossibleError("There is no answer of yours to take back.")
    return found
