"""Corrects who a client is, with a reason."""

from django.db import transaction

from kith.access.api import Viewer
from kith.people.actions.amend_record import amend_record
from kith.people.domain.details import PersonDetails
from kith.people.domain.names import sorted_name
from kith.people.models import Client
from kith.people.permissions import check_user_may_change_client
from kith.people.policies import check_details, check_reason
from kith.rows.api import every_row


@transaction.atomic
def correct_person(*, viewer: Viewer, client: Client, details: PersonDetails, version: int, reason: str) -> Client:
    """Set the person's details. `version` is the person's, as the viewer saw it.

    Raises NotAllowedError, NotPossibleError, StaleError.
    """
    check_user_may_change_client(viewer, client)
    check_details(details)
    check_reason(reason)
    person = client.person
    amend_record(
        viewer=viewer, client=client, record_type="person", kept=person, changes=details.fields(), version=version,
        reason=reason,
    )  # fmt: skip
    with every_row(because="a person is sorted under one name in every service that knows them"):
        Client.objects.filter(person=person).update(sorted_name=sorted_name(person.first_name, person.surname))
    client.refresh_from_db(fields=["sorted_name"])
    return client
