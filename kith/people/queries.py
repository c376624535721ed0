"""Every read of a client, narrowed by who asks."""

from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from kith.access.api import Seat, Viewer, roles
from kith.kernel.errors import NotFoundError
from kith.people.models import Amendment, Client, Consent, PossibleDuplicate

NOBODY = Q(pk__in=())


def clients_visible_to(viewer: Viewer) -> QuerySet[Client]:
    """The clients within a viewer's scope: a worker's own, a leader's team's, a manager's service's, or the one opened
    outside of it."""
    if viewer.is_system:
        return Client.objects.all()
    return Client.objects.filter(
        Q(allocated_to__in=viewer.own_seats)
        | Q(team__in=viewer.led_teams)
        | Q(service__in=viewer.managed_services)
        | Q(id__in=viewer.scope.clients)
    )


def of_seat(viewer: Viewer, seat: Seat) -> Q:
    """Narrows clients to those one of the viewer's seats gives: a worker's own, a team's, a service's.

    One index serves each; a seat that gives none, or is not the viewer's, leaves nobody.
    """
    narrowed = {
        roles.WORKER: Q(allocated_to=seat.membership_id),
        roles.TEAM_LEADER: Q(team=seat.team_id) if seat.team_id else NOBODY,
        roles.SERVICE_MANAGER: Q(service=seat.service_id),
    }
    return narrowed.get(seat.role, NOBODY) if seat in viewer.seats else NOBODY


def matching(words: str) -> Q:
    """Narrows clients to those whose name holds every word, or who have that reference."""
    named = Q(*(Q(sorted_name__contains=word) for word in words.casefold().replace(",", " ").split()))
    return named | Q(reference__iexact=words.replace(" ", ""))


def client_for(viewer: Viewer, client_id: UUID) -> Client:
    """One client within the viewer's scope, with the person."""
    found = clients_visible_to(viewer).select_related("person", "service", "allocated_to").filter(id=client_id).first()
    if found is None:
        raise NotFoundError("There is no such client among those you work with.")
    return found


def consent_of(client: Client, purpose: str) -> str:
    """The newest answer for a purpose: 'yes', 'no' or 'not_asked'."""
    newest = Consent.objects.filter(client=client, purpose=purpose).order_by("-recorded_at", "-id").first()
    return newest.answer if newest else "not_asked"


def may_use(client: Client, purpose: str) -> bool:
    """Whether the client's newest answer for a purpose is a recorded yes."""
    return consent_of(client, purpose) == "yes"


def with_consent(clients: QuerySet[Client], purpose: str) -> QuerySet[Client]:
    """Clients with their newest answer as `consent` ('yes', 'no' or None)."""
    newest = Consent.objects.filter(client=OuterRef("pk"), purpose=purpose).order_by("-recorded_at", "-id")
    return clients.annotate(consent=Subquery(newest.values("answer")[:1]))


def with_open_pair(clients: QuerySet[Client]) -> QuerySet[Client]:
    """Clients with the id of an open pair they are one of as `looks_like`, None without one."""
    pairs = PossibleDuplicate.objects.filter(Q(first=OuterRef("pk")) | Q(second=OuterRef("pk")))
    still_open = pairs.filter(not_the_same_at__isnull=True).order_by("id")
    return clients.annotate(looks_like=Subquery(still_open.values("id")[:1]))


def possible_duplicates_visible_to(viewer: Viewer) -> QuerySet[PossibleDuplicate]:
    """Open pairs, both of them within the viewer's scope."""
    within = clients_visible_to(viewer).values("id")
    return PossibleDuplicate.objects.filter(not_the_same_at__isnull=True, first__in=within, second__in=within)


def amended_in_service(service_id: UUID, record_type: str) -> dict[UUID, set[str]]:
    """The fields of a service's records of one kind that were corrected in Kith, which an import leaves alone."""
    fields: dict[UUID, set[str]] = {}
    rows = Amendment.objects.filter(record_type=record_type, client__service_id=service_id)
    for record_id, names in rows.values_list("record_id", "fields"):
        fields.setdefault(record_id, set()).update(names)
    return fields


def open_pairs(service_id: UUID) -> int:
    """How many proposed pairs of a service nobody has decided on."""
    return PossibleDuplicate.objects.filter(service_id=service_id, not_the_same_at__isnull=True).count()


def known_references(service_id: UUID) -> set[str]:
    """The references of a service's clients, which the rows of a file may name."""
    return set(Client.objects.filter(service_id=service_id).exclude(reference="").values_list("reference", flat=True))


def possible_duplicate_for(viewer: Viewer, pair_id: UUID) -> PossibleDuplicate:
    """One open pair within the viewer's scope, with both clients and persons."""
    pairs = possible_duplicates_visible_to(viewer).select_related("first__person", "second__person")
    found = pairs.filter(id=pair_id).first()
    if found is None:
        raise NotFoundError("There is no such pair of clients among those you work with.")
    return found


def amendments_visible_to(viewer: Viewer) -> QuerySet[Amendment]:
    """Corrections to the records of clients within the viewer's scope."""
    return Amendment.objects.filter(client__in=clients_visible_to(viewer))
