"""Which notes may be used now: with her yes, as they were read, and not for care only. Asked at every use."""

import datetime as dt
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from kith.casework.api import Session
from kith.ripples.models import NoteRead, Proposal
from kith.ripples.queries.consent import readable_clients


def in_use(path: str) -> Q:
    """Narrows records to those whose note, reached by a path such as 'note__', may be used now."""
    yes = Exists(readable_clients().filter(id=OuterRef(f"{path}client_id")))
    return Q(yes, _as_read(path), **{f"{path}withheld": False})


def _as_read(path: str) -> Exists:
    """Whether the visit is as it was when its note was read, and the note not for care only."""
    version = OuterRef(f"{path}as_of_version")
    return Exists(Session.objects.filter(id=OuterRef(f"{path}source_id"), version=version, note_restricted=False))


def found_now(service_id: UUID) -> QuerySet[Proposal]:
    """Sentences of a service whose notes may be used now."""
    return Proposal.objects.filter(in_use("note__"), note__service_id=service_id)


def notes_otherwise(service_id: UUID, counted_at: dt.datetime) -> dict[UUID, str]:
    """Visits whose notes stand otherwise than they did when figures were counted, with what the notes are now:
    'withheld', or 'waiting' to be read again."""
    restricted = Exists(Session.objects.filter(id=OuterRef("source_id"), note_restricted=True))
    withheld_since = Q(withheld=True, read_at__gte=counted_at)
    found = NoteRead.objects.filter(withheld_since | (Q(withheld=False) & ~Q(_as_read(""))), service_id=service_id)
    standing = Case(When(Q(withheld=True) | Q(restricted), then=Value("withheld")), default=Value("waiting"))
    return dict(found.annotate(standing=standing).values_list("source_id", "standing"))
