"""Every read of a worker, narrowed by who asks."""

from uuid import UUID

from django.db.models import QuerySet

from kith.access.api import Viewer, roles
from kith.kernel.errors import NotFoundError
from kith.workforce.models import Worker


def known_references(service_id: UUID) -> set[str]:
    """The references of a service's workers, which the rows of a file may name."""
    return set(Worker.objects.filter(service_id=service_id).exclude(reference="").values_list("reference", flat=True))


def workers_visible_to(viewer: Viewer) -> QuerySet[Worker]:
    """Colleagues: the workers of the services in which the viewer works, leads, manages or administers."""
    if viewer.is_system:
        return Worker.objects.all()
    staff = viewer.services_as(roles.WORKER, roles.TEAM_LEADER, roles.SERVICE_MANAGER, roles.ADMINISTRATOR)
    return Worker.objects.filter(service_id__in=staff)


def workers_at_work(viewer: Viewer, service_id: UUID) -> QuerySet[Worker]:
    """Colleagues of one service who have not left, with their seats, by name."""
    here = workers_visible_to(viewer).filter(service_id=service_id, membership__ended_at__isnull=True)
    return here.filter(left_on__isnull=True).select_related("membership").order_by("membership__name", "id")


def own_worker(viewer: Viewer, service_id: UUID) -> Worker | None:
    """The viewer's own entry in a service's staff record, if there is one."""
    seats = [seat.membership_id for seat in viewer.seats if seat.service_id == service_id]
    return Worker.objects.filter(membership__in=seats).order_by("id").first()


def worker_in_seat(seat_id: UUID | None) -> Worker | None:
    """Whose entry in the staff record a seat has, if there is one. For actions that have checked who asks."""
    return Worker.objects.filter(membership=seat_id).first() if seat_id else None


def seat_of(viewer: Viewer, service_id: UUID, reference: str) -> UUID:
    """The seat of the worker whom a file calls by a reference."""
    found = workers_visible_to(viewer).filter(service_id=service_id, reference__iexact=reference.strip()).first()
    if found is None:
        raise NotFoundError(f"There is no worker '{reference}' in this service.")
    return found.membership_id
