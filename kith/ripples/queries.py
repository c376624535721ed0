"""Every read of a telling, narrowed by who asks."""

from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kith.access.api import Viewer
from kith.kernel.errors import NotFoundError
from kith.people.api import clients_visible_to
from kith.ripples.models import Telling, TellingState


def tellings_visible_to(viewer: Viewer) -> QuerySet[Telling]:
    """Tellings about clients within the viewer's scope, with their newest state as `state`."""
    newest = TellingState.objects.filter(telling=OuterRef("pk")).order_by("-at", "-id")
    state = Coalesce(Subquery(newest.values("state")[:1]), Value("draft"))
    return Telling.objects.filter(client__in=clients_visible_to(viewer)).annotate(state=state)


def telling_for(viewer: Viewer, telling_id: UUID) -> Telling:
    """One telling within the viewer's scope, with `state` and the client. Raises NotFoundError."""
    tellings = tellings_visible_to(viewer).select_related("client__person")
    found = tellings.filter(id=telling_id).first()
    if found is None:
        raise NotFoundError("There is nothing of that kind among what is recorded of the clients you work with.")
    return found


def tellings_like(viewer: Viewer, telling: Telling) -> QuerySet[Telling]:
    """Others that may tell of the same change: same client, who for, what about, which way; not linked yet."""
    same = {name: getattr(telling, name) for name in ("client", "through", "beneficiary", "domain", "direction")}
    return tellings_visible_to(viewer).filter(**same).exclude(change_id=telling.change_id).order_by("-told_on", "-id")
