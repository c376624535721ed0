"""Records a visit together with what else changed: both, or neither."""

from django.db import transaction

from kith.access.api import Viewer
from kith.casework.api import Session, Visit, hold_session
from kith.kernel.errors import NotPossibleError
from kith.people.api import Client
from kith.ripples.api import ToldChange, tell
from kith.workforce.api import Worker

SOURCE = "casework"


@transaction.atomic
def record_visit(
    *,
    viewer: Viewer,
    client: Client,
    visit: Visit,
    told: ToldChange | None = None,
    worker: Worker | None = None,
) -> Session:
    """A session, and a draft of what was told at it. Raises NotAllowedError, NotPossibleError."""
    if (visit.anything_else == "something") != (told is not None):
        raise NotPossibleError("Say what else changed, or answer that nothing did or that you did not ask.")
    session = hold_session(viewer=viewer, client=client, visit=visit, worker=worker)
    if told is not None:
        tell(viewer=viewer, client=client, told=told, told_on=visit.held_on, source_room=SOURCE, source_id=session.id)
    return session
