"""Every read of a telling, narrowed by who asks."""

from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kith.access.api import Viewer
from kith.kernel.errors import NotFoundError
from kith.people.api import clients_visible_to
from kith.ripples.models import Proposal, Telling, TellingState
from kith.ripples.queries.in_use import in_use
from kith.ripples.queries.judgements import awaiting_second


def tellings_visible_to(viewer: Viewer) -> QuerySet[Telling]:
    """Tellings about clients within the viewer's scope, with their newest state as `state`.

    What was found in a note is there as long as the note may be used, and not a moment longer.
    """
    may_stand = Q(proposal__isnull=True) | in_use("proposal__note__")
    return with_state(Telling.objects.filter(may_stand, client__in=clients_visible_to(viewer)))


def with_state(tellings: QuerySet[Telling]) -> QuerySet[Telling]:
    """Tellings with their newest state as `state`."""
    newest = TellingState.objects.filter(telling=OuterRef("pk")).order_by("-at", "-id")
    return tellings.annotate(state=Coalesce(Subquery(newest.values("state")[:1]), Value("draft")))


def settled_tellings(viewer: Viewer) -> QuerySet[Telling]:
    """Tellings for a client's page: what was found in a note stands there once everybody who is to read it has.

    A second reader must not learn the first one's answer from the page of the client.
    """
    waiting = awaiting_second().values("telling_id")
    return tellings_visible_to(viewer).exclude(Q(state="proposed", proposal__isnull=False)).exclude(id__in=waiting)


def telling_for(viewer: Viewer, telling_id: UUID) -> Telling:
    """One telling within the viewer's scope, with `state` and the client. Raises NotFoundError."""
    tellings = tellings_visible_to(viewer).select_related("client__person")
    found = tellings.filter(id=telling_id).first()
    if found is None:
        raise NotFoundError("There is nothing of that kind among what is recorded of the clients you work with.")
    return found


def found_in_a_note(telling: Telling) -> bool:
    """Whether its words are those of a note, and not told."""
    return Proposal.objects.filter(telling=telling).exists()


def tellings_like(viewer: Viewer, telling: Telling) -> QuerySet[Telling]:
    """Others that may tell of the same change: same client, who for, what about, which way; not linked yet.

    What waits for a second reader is not among them: it is not settled, and how the first one had it is not told.
    """
    same = {name: getattr(telling, name) for name in ("client", "through", "beneficiary", "domain", "direction")}
    return settled_tellings(viewer).filter(**same).exclude(change_id=telling.change_id).order_by("-told_on", "-id")
