"""Which proposed sentences a viewer is to read, and their words as the note has them now."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from kith.access.api import Viewer
from kith.casework.api import written_by
from kith.kernel.errors import NotFoundError
from kith.people.api import clients_visible_to
from kith.ripples.models import Proposal, TellingState
from kith.ripples.queries.in_use import in_use
from kith.ripples.queries.judgements import judged_by, with_readers


def proposals_visible_to(viewer: Viewer) -> QuerySet[Proposal]:
    """Proposals about clients within the viewer's scope whose notes may be used, with the newest state as `state`."""
    newest = TellingState.objects.filter(telling=OuterRef("telling")).order_by("-at", "-id")
    within = Proposal.objects.filter(in_use("note__"), telling__client__in=clients_visible_to(viewer).values("id"))
    return within.annotate(state=Subquery(newest.values("state")[:1]))


def proposal_for(viewer: Viewer, proposal_id: UUID) -> Proposal:
    """One proposal within the viewer's scope, with `state`, `readers`, telling and client. Raises NotFoundError."""
    rows = with_readers(proposals_visible_to(viewer)).select_related("telling__client", "note__client__person")
    found = rows.filter(id=proposal_id).first()
    if found is None:
        raise NotFoundError("There is no such sentence among the notes of the clients you work with.")
    return found


def is_own_note(viewer: Viewer, source_id: UUID) -> bool:
    """Whether the viewer held, wrote or corrected the visit a note is of."""
    return written_by(viewer).filter(id=source_id).exists()


def judgeable_by(viewer: Viewer) -> QuerySet[Proposal]:
    """Proposals that the viewer may judge: not found in a note of the viewer's own."""
    return proposals_visible_to(viewer).exclude(note__source_id__in=written_by(viewer).values("id"))


def judgeable_for(viewer: Viewer, proposal_id: UUID) -> Proposal:
    """One of them, with telling and client. Raises NotFoundError."""
    rows = judgeable_by(viewer).select_related("telling", "note__client__person")
    found = rows.filter(id=proposal_id).first()
    if found is None:
        raise NotFoundError("There is no such sentence for you to judge.")
    return found


def to_judge(viewer: Viewer) -> QuerySet[Proposal]:
    """What waits for the viewer: not decided, or to be read by a second person; the random ones first."""
    mine = with_readers(judgeable_by(viewer)).exclude(judged_by(viewer))
    waiting = Q(state="proposed") | Q(read_twice=True, readers=1)
    return mine.filter(waiting).order_by(F("place").asc(nulls_last=True), "-telling__told_on", "start", "id")


@dataclass(frozen=True)
class Progress:
    """How many of the viewer's random sentences are read, of how many; and how many others wait."""

    read: int
    drawn: int
    waiting: int


def progress_of(viewer: Viewer) -> Progress:
    """Where the viewer stands with what was drawn at random."""
    drawn = judgeable_by(viewer).filter(place__isnull=False)
    left, waiting = to_judge(viewer).filter(place__isnull=False).count(), to_judge(viewer).count()
    return Progress(max(drawn.count() - left, 0), drawn.count(), waiting)
