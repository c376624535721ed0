"""Gives the workers of a file their seats."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from kith.access.domain.roles import WORKER
from kith.access.models import Membership
from kith.kernel.ids import new_id


@dataclass(slots=True)
class Seats:
    """A seat for each worker's reference: those held, and new ones to be written."""

    ids: dict[Hashable, UUID]
    new: list[Membership] = field(default_factory=list)
    renamed: dict[UUID, str] = field(default_factory=dict)

    def write(self) -> None:
        """Within the caller's transaction."""
        Membership.objects.bulk_create(self.new)
        for seat_id, name in self.renamed.items():
            Membership.objects.filter(id=seat_id, user__isnull=True).update(name=name)


def prepare_seats(
    service_id: UUID, *, held: Mapping[Hashable, UUID], names: Mapping[Hashable, str], names_given: bool = True
) -> Seats:
    """A seat without a user for each new reference. A seat somebody signs in to keeps its name.

    Where the file gives no names (`names_given`), a seat held keeps the name it has.
    """
    known = dict(Membership.objects.filter(service_id=service_id).values_list("id", "name"))
    seats = Seats(ids=dict(held))
    for key, name in names.items():
        if key not in held:
            seats.ids[key] = new_id()
            seats.new.append(Membership(id=seats.ids[key], service_id=service_id, name=name, role=WORKER))
        elif names_given and known[held[key]] != name:
            seats.renamed[held[key]] = name
    return seats
