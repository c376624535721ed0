"""Takes the clients of a file."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from kith.bulk.api import Held, Merge, held_as, insert, prepare_merge
from kith.people.actions.bulk_consent import ConsentMerge, prepare_consents
from kith.people.actions.bulk_duplicates import propose_duplicates
from kith.people.domain.names import sorted_name
from kith.people.models import Client, Person, PossibleDuplicate
from kith.people.queries import amended_in_service


class ClientRow(NamedTuple):
    """One client as a file has it; `consent` is None when nothing was recorded."""

    reference: str
    first_name: str
    surname: str
    date_of_birth: dt.date | None
    sex: str
    sex_given: str
    ethnicity: str
    ethnicity_given: str
    nhs_number: str
    nhs_number_status: str
    postcode: str
    area_code: str
    gp_registered: str
    first_contact_on: dt.date | None
    allocated_to: UUID | None
    consent: bool | None


PERSON_FIELDS = ClientRow._fields[1:13]
CLIENT_FIELDS = ("reference", "person_id", "sorted_name", "first_contact_on", "allocated_to_id")


@dataclass(slots=True)
class ClientsMerge:
    """Persons, registrations, consents and proposed duplicates, written together."""

    persons: Merge
    clients: Merge
    consents: ConsentMerge
    service_id: UUID
    pairs: list[tuple[UUID, UUID, list[str]]]

    def write(self) -> None:
        """Within the caller's transaction."""
        self.persons.write()
        self.clients.write()
        self.consents.write()
        rows = [(self.service_id, *pair) for pair in self.pairs]
        insert(PossibleDuplicate, ("service_id", "first_id", "second_id", "reasons"), rows)


def merge_clients(
    service_id: UUID, rows: Sequence[ClientRow], import_id: UUID, recorded_by: str, *, absent: Iterable[str] = ()
) -> ClientsMerge:
    """Compare the file's clients with those held. Persons who may be one are proposed, never merged."""
    held_persons, held_clients = _held(service_id)
    amended_persons = amended_in_service(service_id, "person")
    incoming = {row.reference: row[1:13] for row in rows}
    persons = prepare_merge(
        Person, PERSON_FIELDS, held_persons, incoming, amended=amended_persons, only_new={}, absent=absent
    )
    amended = amended_in_service(service_id, "client")
    _keep_amended_names(amended, amended_persons, held_persons, held_clients)
    registrations = {
        row.reference: (
            row.reference, persons.ids[row.reference], sorted_name(row.first_name, row.surname),
            row.first_contact_on, row.allocated_to,
        )
        for row in rows
    }  # fmt: skip
    only_new = {"service_id": service_id, "import_id": import_id}
    clients = prepare_merge(
        Client, CLIENT_FIELDS, held_clients, registrations, amended=amended, only_new=only_new, absent=absent
    )
    answers = {clients.ids[row.reference]: row.consent for row in rows if row.consent is not None}
    consents = prepare_consents(service_id, answers, recorded_by)
    pairs = propose_duplicates(service_id, rows, clients) if persons.new_ids or persons.changed_ids else []
    return ClientsMerge(persons, clients, consents, service_id, pairs)


def _held(service_id: UUID) -> tuple[dict[object, Held], dict[object, Held]]:
    """Persons and registrations of a service by the client's reference."""
    rows = Client.objects.filter(service_id=service_id).exclude(reference="")
    clients = held_as(rows.values_list("id", "version", "import_id", *CLIENT_FIELDS))
    columns = ("reference", "person_id", "person__version", *(f"person__{name}" for name in PERSON_FIELDS))
    persons: dict[object, Held] = {
        row[0]: Held(row[1], row[2], row[3:], imported=False) for row in rows.values_list(*columns)
    }
    return persons, clients


def _keep_amended_names(
    amended: dict[UUID, set[str]],
    amended_persons: dict[UUID, set[str]],
    persons: dict[object, Held],
    clients: dict[object, Held],
) -> None:
    """A name corrected in Kith keeps its place in the list too."""
    for key, person in persons.items():
        if amended_persons.get(person.id, set()) & {"first_name", "surname"}:
            amended.setdefault(clients[key].id, set()).add("sorted_name")
