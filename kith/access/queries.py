"""Who may see which service, and who is asking."""

import datetime as dt
from uuid import UUID, uuid5

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from kith.access.domain.lock_out import address_digest
from kith.access.domain.roles import ADMINISTRATOR, SERVICE_MANAGER
from kith.access.domain.viewer import Seat, Viewer
from kith.access.models import Attempts, Draft, Membership, Service, User
from kith.kernel.actors import Actor
from kith.kernel.days import now
from kith.kernel.errors import NotFoundError
from kith.rows.api import every_row

SYSTEM = Actor(id=uuid5(UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "kith system"), name="Kith (command line)")


def system_viewer() -> Viewer:
    """The named system actor: commands and jobs act as it, with the scope of every service."""
    return Viewer(actor=SYSTEM, is_system=True)


def viewer_of(user: User | AnonymousUser) -> Viewer:
    """The viewer a signed-in user is."""
    if not isinstance(user, User):
        raise NotFoundError("Sign in to see this page.")
    seats = Membership.objects.filter(user=user, ended_at__isnull=True)
    with every_row(because="which services somebody may see is only known from the seats"):
        rows = list(seats.values_list("id", "service_id", "team_id", "role", "service__name"))
    return Viewer(actor=Actor(user.id, user.name), seats=tuple(Seat(*row) for row in rows))


def viewer_with_id(user_id: UUID) -> Viewer:
    """The viewer a user is, for a job that goes on for them; the system's own id gives the system."""
    if user_id == SYSTEM.id:
        return system_viewer()
    found = User.objects.filter(id=user_id, is_active=True).first()
    if found is None:
        raise NotFoundError("The account that began this is no longer active.")
    return viewer_of(found)


def services_visible_to(viewer: Viewer) -> QuerySet[Service]:
    """The services in which the viewer has a seat."""
    if viewer.is_system:
        return Service.objects.all()
    return Service.objects.filter(id__in={seat.service_id for seat in viewer.seats})


def services_beside(viewer: Viewer, *roles: str, whole_deployment: bool = False) -> QuerySet[Service]:
    """The services of the organisations in which the viewer holds one of these roles, or all that are here."""
    held = viewer.services_as(*roles)
    if whole_deployment and held:
        return Service.objects.all()
    return Service.objects.filter(organisation__services__in=held).distinct()


def emails_in_charge(service_id: UUID) -> list[str]:
    """The addresses of a service's managers; where there is none, of its administrators."""
    seats = Membership.objects.filter(service=service_id, ended_at__isnull=True, user__is_active=True)
    for role in (SERVICE_MANAGER, ADMINISTRATOR):
        found = sorted(set(seats.filter(role=role).values_list("user__email", flat=True)))
        if found:
            return found
    return []


def service_for(viewer: Viewer, service_id: UUID) -> Service:
    """One service within the viewer's sight."""
    found = services_visible_to(viewer).filter(id=service_id).first()
    if found is None:
        raise NotFoundError("There is no such service among those you work with.")
    return found


def service_named(viewer: Viewer, name: str) -> Service:
    """One service by its name, whatever the case."""
    found = services_visible_to(viewer).filter(name__iexact=name.strip()).first()
    if found is None:
        raise NotFoundError(f"There is no service named '{name}'.")
    return found


def seats_visible_to(viewer: Viewer) -> QuerySet[Membership]:
    """Who works, or worked, in the services the viewer manages or administers."""
    within = viewer.services_as(SERVICE_MANAGER, ADMINISTRATOR)
    seats = Membership.objects.all() if viewer.is_system else Membership.objects.filter(service__in=within)
    return seats.select_related("service", "team", "user").order_by("service__name", "name", "id")


def draft_of(viewer: Viewer, form: str) -> Draft | None:
    """What the viewer was typing into one form when the sitting ended; None when there is nothing."""
    return Draft.objects.filter(user_id=viewer.actor.id, form=form).first()


def user_for(viewer: Viewer, user_id: UUID) -> User:
    """Somebody who has a seat in a service the viewer administers."""
    within = seats_visible_to(viewer).filter(user_id=user_id, ended_at__isnull=True).exists()
    found = User.objects.filter(id=user_id).first() if within else None
    if found is None:
        raise NotFoundError("There is nobody of that kind among those who work in your service.")
    return found


def user_with_email(viewer: Viewer, email: str) -> User:
    """The account of an address, for the command line."""
    found = User.objects.filter(email__iexact=email.strip()).first() if viewer.is_system else None
    if found is None:
        raise NotFoundError(f"There is no account with the address '{email}'.")
    return found


def locked_until_of(user: User) -> dt.datetime | None:
    """Until when nobody gets in with this account; None when it is open."""
    digest = address_digest(settings.SECRET_KEY, user.email)
    row = Attempts.objects.filter(address_digest=digest, locked_until__gt=now()).first()
    return row.locked_until if row else None


def steps_held(user_id: UUID, kind: str) -> int:
    """How many second steps of one kind an account has."""
    return int(Authenticator.objects.filter(user_id=user_id, type=kind).count())
