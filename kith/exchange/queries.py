"""Reads imports, narrowed by who asks."""

from uuid import UUID

from django.db.models import QuerySet

from kith.access.api import Viewer
from kith.exchange.models import WorkbookImport
from kith.kernel.errors import NotFoundError


def imports_visible_to(viewer: Viewer) -> QuerySet[WorkbookImport]:
    """The imports of the services a viewer manages, newest first."""
    found = WorkbookImport.objects.select_related("service").order_by("-started_at")
    return found if viewer.is_system else found.filter(service__in=viewer.managed_services)


def import_for(viewer: Viewer, import_id: UUID, *, lock: bool = False) -> WorkbookImport:
    """One import within the viewer's sight."""
    found = imports_visible_to(viewer).filter(id=import_id)
    given = (found.select_for_update(of=("self",)) if lock else found).first()
    if given is None:
        raise NotFoundError("There is no such file among those brought into your services.")
    return given


def newest_taken(service_id: UUID) -> UUID | None:
    """The file taken last into a service. For actions that have checked who asks."""
    taken = WorkbookImport.objects.filter(service_id=service_id, state="taken").order_by("-taken_at", "-id")
    return taken.values_list("id", flat=True).first()
