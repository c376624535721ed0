"""Flat tables of people offered to analytics: everybody, for the service's own counts."""

from typing import Any
from uuid import UUID

from kith.analytics.contracts import Contract, Extract, day, key, text
from kith.people.models import Client, PossibleDuplicate


def _clients(service_id: UUID) -> Any:
    return Client.objects.filter(service_id=service_id)


def _open_pairs(service_id: UUID) -> Any:
    return PossibleDuplicate.objects.filter(service_id=service_id, not_the_same_at__isnull=True)


CLIENTS = Extract(
    Contract(
        "clients",
        1,
        "One row a client: categories, birthday and area; no name, number, address or words",
        (
            key("client"),
            key("seat"),
            day("first_contact_on"),
            text("sex"),
            text("ethnicity"),
            text("gp_registered"),
            day("born_on"),
            text("area_code"),
        ),
    ),
    _clients,
    (
        "id",
        "allocated_to_id",
        "first_contact_on",
        "person__sex",
        "person__ethnicity",
        "person__gp_registered",
        "person__date_of_birth",
        "person__area_code",
    ),
    client="id",
)

POSSIBLE_DUPLICATES = Extract(
    Contract(
        "possible_duplicates",
        1,
        "One row an open pair of clients who may be one person",
        (key("pair"), key("client"), key("other", of="client")),
    ),
    _open_pairs,
    ("id", "first_id", "second_id"),
    client="first_id",
)
