"""Receives a referral."""

import datetime as dt

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.casework.models import Referral
from kith.casework.permissions import check_user_may_record_work
from kith.people.api import Client, check_can_happen_on


@transaction.atomic
def receive_referral(
    *, viewer: Viewer, client: Client, source: str, received_on: dt.date, reference: str = ""
) -> Referral:
    """A referral that waits for a decision. Raises NotAllowedError, NotPossibleError."""
    check_user_may_record_work(viewer, client)
    check_can_happen_on(received_on, "referral")
    referral = Referral.objects.create(
        client=client, source=source.strip(), received_on=received_on, reference=reference
    )
    record(actor=viewer.actor, deed=Deed("recorded", "referral", [referral.id], (), client.id, client.service_id))
    return referral
