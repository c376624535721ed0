"""Proposes clients of a service who may be one person."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Protocol
from uuid import UUID

from kith.bulk.api import Merge
from kith.people.domain.duplicates import Likeness, likely_same
from kith.people.models import Client, PossibleDuplicate

COLUMNS = ("id", "person__first_name", "person__surname", "person__date_of_birth", "person__postcode")


class Named(Protocol):
    """What a row of a file says of who somebody is."""

    @property
    def reference(self) -> str:
        """The client's reference."""

    @property
    def first_name(self) -> str:
        """As the file has it."""

    @property
    def surname(self) -> str:
        """As the file has it."""

    @property
    def date_of_birth(self) -> dt.date | None:
        """As the file has it."""

    @property
    def postcode(self) -> str:
        """As the file has it."""


def propose_duplicates(service_id: UUID, rows: Sequence[Named], clients: Merge) -> list[tuple[UUID, UUID, list[str]]]:
    """New pairs among all clients of the service, those of the file as the file has them."""
    people = {row[0]: Likeness(*row) for row in Client.objects.filter(service_id=service_id).values_list(*COLUMNS)}
    people |= {each.id: each for each in _of_file(rows, clients)}
    known = set(PossibleDuplicate.objects.filter(service_id=service_id).values_list("first_id", "second_id"))
    pairs = ((pair.first, pair.second, list(pair.reasons)) for pair in likely_same(list(people.values())))
    return [pair for pair in pairs if pair[:2] not in known]


def _of_file(rows: Iterable[Named], clients: Merge) -> Iterable[Likeness[UUID]]:
    for row in rows:
        client_id = clients.ids[row.reference]
        yield Likeness(client_id, row.first_name, row.surname, row.date_of_birth, row.postcode)
