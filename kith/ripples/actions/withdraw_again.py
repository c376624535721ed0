"""Tellings withdrawn, as ids and moments, and withdrawing them where an older state of the records was restored."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import OuterRef, Subquery

from kith.access.api import Viewer
from kith.audit.api import Deed, record_all
from kith.kernel.errors import NotAllowedError
from kith.ripples.models import Telling, TellingState

KIND, WITHDRAWN, REASON = "telling", "withdrawn", "Withdrawn before the records were restored"


def withdrawn_tellings(viewer: Viewer) -> list[dict[str, Any]]:
    """Every withdrawal that stands, for a file: no name and no word. For the system alone."""
    _check(viewer)
    same = TellingState.objects.filter(telling=OuterRef("telling")).order_by("-at", "-id")
    states = TellingState.objects.filter(state=WITHDRAWN, id=Subquery(same.values("id")[:1])).order_by("id")
    return [
        {"kind": KIND, "id": str(each.id), "of": str(each.telling_id), "at": each.at.isoformat(),
         "by_id": str(each.by_id), "by": each.by_name}
        for each in states
    ]  # fmt: skip


@transaction.atomic
def withdraw_again(*, viewer: Viewer, rows: Iterable[Mapping[str, Any]]) -> int:
    """Add the withdrawals that are not there, of tellings that are; returns how many."""
    _check(viewer)
    given = {UUID(row["id"]): row for row in rows if row["kind"] == KIND}
    known = set(TellingState.objects.filter(id__in=given).values_list("id", flat=True))
    tellings = Telling.objects.in_bulk([row["of"] for key, row in given.items() if key not in known])
    missing = [row for key, row in given.items() if key not in known and UUID(row["of"]) in tellings]
    TellingState.objects.bulk_create(
        TellingState(
            id=row["id"], telling_id=row["of"], state=WITHDRAWN, at=row["at"], by_id=row["by_id"], by_name=row["by"],
            reason=REASON,
        )
        for row in missing
    )  # fmt: skip
    record_all(actor=viewer.actor, deeds=[_deed(tellings[UUID(row["of"])]) for row in missing])
    return len(missing)


def _deed(telling: Telling) -> Deed:
    return Deed("withdrawn", "telling", [telling.id], ("state",), telling.client_id, telling.service_id)


def _check(viewer: Viewer) -> None:
    if not viewer.is_system:
        raise NotAllowedError("Only the command line carries withdrawals over.")
