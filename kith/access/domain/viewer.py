"""Who asks: the argument of every query."""

from dataclasses import dataclass, replace
from uuid import UUID

from kith.access.domain.roles import SERVICE_MANAGER, TEAM_LEADER, WORKER
from kith.kernel.actors import Actor


@dataclass(frozen=True)
class Seat:
    """One role in one service."""

    membership_id: UUID
    service_id: UUID
    team_id: UUID | None
    role: str
    service_name: str = ""


@dataclass(frozen=True)
class Opened:
    """One client's record, opened outside what the seats give."""

    client_id: UUID
    person_id: UUID


@dataclass(frozen=True)
class Scope:
    """As far as one person's reads may ever reach: these services, and these persons besides, as these clients.

    It is the outer wall. Within a service a seat gives less: its own clients, its team's.
    """

    everything: bool = False
    services: frozenset[UUID] = frozenset()
    persons: frozenset[UUID] = frozenset()
    clients: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Viewer:
    """A signed-in person with their seats, or the named system actor, who has the scope of every service.

    `opened` is empty but for a viewer that `through` made: it has one opened record, and no seat.
    """

    actor: Actor
    seats: tuple[Seat, ...] = ()
    is_system: bool = False
    opened: tuple[Opened, ...] = ()

    def through(self, opened: Opened) -> "Viewer":
        """The same person while they look at one opened record: nothing else is in sight, nothing can be changed."""
        return replace(self, seats=(), is_system=False, opened=(opened,))

    @property
    def scope(self) -> Scope:
        """The services of the seats, and the records that were opened besides: the one place that says so."""
        return Scope(
            everything=self.is_system,
            services=frozenset(seat.service_id for seat in self.seats),
            persons=frozenset(each.person_id for each in self.opened),
            clients=frozenset(each.client_id for each in self.opened),
        )

    def services_as(self, *roles: str) -> frozenset[UUID]:
        """The services in which the viewer holds one of these roles."""
        return frozenset(seat.service_id for seat in self.seats if seat.role in roles)

    def has_role(self, service_id: UUID, *roles: str) -> bool:
        """Whether the viewer holds one of these roles in a service."""
        return self.is_system or service_id in self.services_as(*roles)

    @property
    def service_names(self) -> tuple[str, ...]:
        """The names of the services in which the viewer has a seat, in order."""
        return tuple(sorted({seat.service_name for seat in self.seats}))

    @property
    def led_teams(self) -> frozenset[UUID]:
        """The teams the viewer leads."""
        return frozenset(seat.team_id for seat in self.seats if seat.role == TEAM_LEADER and seat.team_id)

    @property
    def own_seats(self) -> frozenset[UUID]:
        """The viewer's seats as a worker, to which clients are allocated."""
        return frozenset(seat.membership_id for seat in self.seats if seat.role == WORKER)

    @property
    def managed_services(self) -> frozenset[UUID]:
        """The services the viewer manages."""
        return self.services_as(SERVICE_MANAGER)
