"""Points a client to somebody else's help."""

import datetime as dt

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.casework.models import Signpost
from kith.casework.permissions import check_user_may_record_work
from kith.casework.policies import check_can_make_signpost
from kith.people.api import Client


@transaction.atomic
def make_signpost(*, viewer: Viewer, client: Client, to: str, made_on: dt.date) -> Signpost:
    """What became of it is not known yet. Raises NotAllowedError, NotPossibleError."""
    check_user_may_record_work(viewer, client)
    check_can_make_signpost(to, made_on)
    signpost = Signpost.objects.create(client=client, to=to.strip(), made_on=made_on)
    record(actor=viewer.actor, deed=Deed("recorded", "signpost", [signpost.id], (), client.id, client.service_id))
    return signpost
