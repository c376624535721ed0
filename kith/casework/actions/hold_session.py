"""Records a visit, call or message."""

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.casework.domain.visit import Visit
from kith.casework.models import Session
from kith.casework.permissions import check_user_may_record_work
from kith.casework.policies import check_can_hold_session
from kith.casework.queries import open_case_of
from kith.people.api import Client
from kith.workforce.api import Worker, own_worker


@transaction.atomic
def hold_session(
    *, viewer: Viewer, client: Client, visit: Visit, worker: Worker | None = None, reference: str = ""
) -> Session:
    """A session of the viewer, or of the worker named. Raises NotAllowedError, NotPossibleError."""
    check_user_may_record_work(viewer, client)
    check_can_hold_session(visit)
    session = Session.objects.create(
        client=client, case=open_case_of(client), worker=worker or own_worker(viewer, client.service_id),
        reference=reference, written_by_id=viewer.actor.id, **visit.fields(),
    )  # fmt: skip
    record(actor=viewer.actor, deed=Deed("recorded", "session", [session.id], (), client.id, client.service_id))
    return session
