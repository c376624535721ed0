"""Notes for care only, as ids and moments, and shutting them again where an older state of the records was restored."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from kith.access.api import Viewer
from kith.audit.api import Deed, record_all
from kith.casework.models import Session
from kith.kernel.days import now
from kith.kernel.errors import NotAllowedError

KIND = "restriction"


def restricted_notes(viewer: Viewer) -> list[dict[str, Any]]:
    """Every note that is for care only, for a file: no name and no word. For the system alone."""
    _check(viewer)
    at = now().isoformat()
    rows = Session.objects.filter(note_restricted=True).order_by("id").values_list("id", "client_id")
    return [{"kind": KIND, "id": str(each), "of": str(client), "at": at} for each, client in rows]


@transaction.atomic
def restrict_again(*, viewer: Viewer, rows: Iterable[Mapping[str, Any]]) -> list[Session]:
    """Shut those notes that are open, of visits that are there; returns these, as they are now."""
    _check(viewer)
    given = {UUID(row["id"]) for row in rows if row["kind"] == KIND}
    opened = list(Session.objects.filter(id__in=given, note_restricted=False).select_related("client"))
    found = Session.objects.filter(id__in=[each.id for each in opened])
    found.update(note_restricted=True, version=F("version") + 1)
    deeds = [
        Deed("corrected", "session", [each.id], ("note_restricted",), each.client_id, each.client.service_id)
        for each in opened
    ]
    record_all(actor=viewer.actor, deeds=deeds)
    return list(found)


def _check(viewer: Viewer) -> None:
    if not viewer.is_system:
        raise NotAllowedError("Only the command line carries restrictions over.")
