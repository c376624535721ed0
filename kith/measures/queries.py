"""Measures as defined, and every read of a reading, narrowed by who asks."""

import datetime as dt
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from kith.access.api import Viewer
from kith.kernel import definitions
from kith.kernel.days import today
from kith.kernel.errors import NotFoundError
from kith.measures.domain.instrument import Instrument, instrument_from
from kith.measures.models import MissedReading, Reading
from kith.people.api import Client, clients_visible_to

KIND = "instruments"
WEEKS_UNTIL_DUE = 12


def instrument(measure: str) -> Instrument:
    """One measure by its id. Raises DefinitionNotFoundError."""
    return instrument_from(definitions.load(KIND, measure))


def instruments() -> list[Instrument]:
    """Every measure the service has a definition for."""
    return [instrument(name) for name in definitions.names(KIND)]


def readings_visible_to(viewer: Viewer) -> QuerySet[Reading]:
    """Readings of clients within the viewer's scope."""
    return Reading.objects.filter(client__in=clients_visible_to(viewer))


def reading_for(viewer: Viewer, reading_id: UUID) -> Reading:
    """One reading within the viewer's scope, with the client. Raises NotFoundError."""
    found = readings_visible_to(viewer).select_related("client__person").filter(id=reading_id).first()
    if found is None:
        raise NotFoundError("There is no such reading among those of the clients you work with.")
    return found


def with_reading_due(clients: QuerySet[Client]) -> QuerySet[Client]:
    """Clients with `reading_due`, the day of a first reading twelve weeks old with no second one and no reason why not.

    A day and not an EXISTS: PostgreSQL answers an EXISTS in a list of columns by reading every client's readings at
    once, and a value by the index, client by client (0.9 s against 2 ms at 100,000 clients).
    """
    due = Reading.objects.filter(
        client=OuterRef("pk"), stage="baseline", taken_on__lte=today() - dt.timedelta(weeks=WEEKS_UNTIL_DUE)
    )
    same = {"client": OuterRef("client"), "measure": OuterRef("measure")}
    later = Reading.objects.filter(**same, taken_on__gt=OuterRef("taken_on"))
    noted = MissedReading.objects.filter(**same, noted_on__gte=OuterRef("taken_on"))
    days = due.filter(~Exists(later), ~Exists(noted)).order_by("taken_on").values("taken_on")
    return clients.annotate(reading_due=Subquery(days[:1]))


def missed_readings_visible_to(viewer: Viewer) -> QuerySet[MissedReading]:
    """Readings that were not taken, of clients within the viewer's scope."""
    return MissedReading.objects.filter(client__in=clients_visible_to(viewer))
