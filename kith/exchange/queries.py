"""Reads imports, narrowed by who asks."""

from uuid import UUID

from django.db.models import QuerySet

from kith.access.api import Viewer
from kith.exchange.models import OwnProfile, WorkbookImport
from kith.exchange.workbooks.domain.own_profile import Choices, own_document
from kith.exchange.workbooks.domain.profile import Profile, load_profile, profile_from, profile_names
from kith.kernel import definitions
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


def own_profiles_visible_to(viewer: Viewer) -> QuerySet[OwnProfile]:
    """The kinds of file that the services a viewer manages described themselves, newest first."""
    found = OwnProfile.objects.select_related("service").order_by("-changed_at")
    return found if viewer.is_system else found.filter(service__in=viewer.managed_services)


def own_profiles_ready(viewer: Viewer) -> QuerySet[OwnProfile]:
    """Those by which a file can be brought in."""
    return own_profiles_visible_to(viewer).filter(state="ready")


def own_profile_for(viewer: Viewer, profile_id: UUID, *, lock: bool = False) -> OwnProfile:
    """One such kind of file within the viewer's sight."""
    found = own_profiles_visible_to(viewer).filter(id=profile_id)
    profile = (found.select_for_update(of=("self",)) if lock else found).first()
    if profile is None:
        raise NotFoundError("There is no such kind of file among those of your services.")
    return profile


def profile_for(service_id: UUID, name: str) -> Profile:
    """The profile a file of a service is read by: a reviewed one by its name, or the service's own by its id."""
    if name in profile_names():
        return load_profile(name)
    own = OwnProfile.objects.filter(service_id=service_id, id=name, state="ready").first() if _is_id(name) else None
    if own is None:
        return load_profile(name)  # says which there are
    document = own_document(
        definitions.load("imports", own.based_on),
        Choices.of(own.choices),
        title=own.title,
        version=own.version,
        author=own.by_name,
        on=own.changed_at.date(),
    )
    return profile_from(own.title, document)


def _is_id(name: str) -> bool:
    try:
        UUID(name)
    except ValueError:
        return False
    return True
