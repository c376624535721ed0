"""Says that tellings tell of the same change, which then counts once."""

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.ripples.models import Telling
from kith.ripples.permissions import check_user_may_tell
from kith.ripples.policies import check_can_link


@transaction.atomic
def link_tellings(*, viewer: Viewer, first: Telling, second: Telling) -> None:
    """The second telling, with all already linked to it, joins the first one's change.

    Raises NotAllowedError, NotPossibleError.
    """
    for telling in (first, second):
        check_user_may_tell(viewer, telling.client)  # type: ignore[arg-type]
    check_can_link([first, second])
    Telling.objects.filter(change_id=second.change_id, client=second.client).update(change_id=first.change_id)
    second.refresh_from_db(fields=["change_id"])
    deed = Deed("linked", "telling", [first.id, second.id], ("change_id",), first.client_id, first.service_id)
    record(actor=viewer.actor, deed=deed)
