"""Makes accounts, teams and seats."""

from uuid import UUID

from django.db import transaction

from kith.access.domain.roles import ADMINISTRATOR, ROLE_WORDS
from kith.access.domain.viewer import Viewer
from kith.access.models import Membership, Service, Team, User
from kith.audit.api import Deed, record
from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError


@transaction.atomic
def make_team(*, viewer: Viewer, service: Service, name: str) -> Team:
    """A new team of a service."""
    _check(viewer, service.id)
    team = Team.objects.create(service=service, name=name.strip())
    record(actor=viewer.actor, deed=Deed("made", "team", [team.id], service_id=service.id))
    return team


def team_named(*, viewer: Viewer, service: Service, name: str) -> Team:
    """The team of that name, made if it is new."""
    found = Team.objects.filter(service=service, name__iexact=name.strip()).first()
    return found or make_team(viewer=viewer, service=service, name=name)


@transaction.atomic
def make_account(*, viewer: Viewer, service: Service, email: str, name: str, password: str) -> User:
    """A new account; what it may do is its seats'."""
    _check(viewer, service.id)
    if User.objects.filter(email__iexact=email).exists():
        raise NotPossibleError("There is an account with that e-mail address already.")
    user = User(email=email.strip().lower(), name=name.strip())
    user.set_password(password)
    user.save()
    record(actor=viewer.actor, deed=Deed("made", "account", [user.id], service_id=service.id))
    return user


@transaction.atomic
def give_seat(*, viewer: Viewer, service: Service, user: User, role: str, team: Team | None = None) -> Membership:
    """A role in a service, and in a team of it."""
    _check(viewer, service.id)
    if role not in ROLE_WORDS:
        raise NotPossibleError(f"There is no role '{role}'.")
    seat = Membership.objects.create(service=service, user=user, name=user.name, role=role, team=team)
    record(actor=viewer.actor, deed=Deed("given", "seat", [seat.id], service_id=service.id))
    return seat


@transaction.atomic
def take_seat(*, viewer: Viewer, service: Service, seat_id: UUID, user: User) -> Membership:
    """Let a user sign in to the seat of a worker known so far only from a file."""
    _check(viewer, service.id)
    seat = Membership.objects.select_for_update().filter(id=seat_id, service=service).first()
    if seat is None:
        raise NotFoundError("There is no such seat in this service.")
    if seat.user_id:
        raise NotPossibleError("Somebody signs in to that seat already.")
    seat.user = user
    seat.save(update_fields=["user"])
    record(actor=viewer.actor, deed=Deed("given", "seat", [seat.id], service_id=service.id))
    return seat


def _check(viewer: Viewer, service_id: UUID) -> None:
    if not viewer.has_role(service_id, ADMINISTRATOR):
        raise NotAllowedError("Only an administrator of the service makes accounts, teams and seats.")
