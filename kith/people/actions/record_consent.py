"""Records what a client said yes or no to."""

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.people.models import Client, Consent
from kith.people.permissions import check_user_may_change_client
from kith.people.policies import check_can_record_consent

SOURCE = "kith"


@transaction.atomic
def record_consent(*, viewer: Viewer, client: Client, purpose: str, answer: str) -> Consent:
    """Add an answer; the newest governs. Raises NotAllowedError, NotPossibleError."""
    check_user_may_change_client(viewer, client)
    check_can_record_consent(purpose, answer)
    consent = Consent.objects.create(
        client=client, purpose=purpose, answer=answer, recorded_by=viewer.actor.name, source=SOURCE
    )
    deed = Deed("recorded", "consent", [consent.id], ("answer",), client.id, client.service_id)
    record(actor=viewer.actor, deed=deed)
    return consent
