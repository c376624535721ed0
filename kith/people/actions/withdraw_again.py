"""Answers of no, as ids and moments, and putting them back where an older state of the records was restored."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import OuterRef, Subquery

from kith.access.api import Viewer
from kith.audit.api import Deed, record_all
from kith.kernel.errors import NotAllowedError
from kith.people.models import Client, Consent

KIND = "consent"


def standing_refusals(viewer: Viewer) -> list[dict[str, Any]]:
    """Every no that stands, for a file: no name and no word. For the system alone."""
    _check(viewer)
    same = Consent.objects.filter(client=OuterRef("client"), purpose=OuterRef("purpose"))
    newest = Subquery(same.order_by("-recorded_at", "-id").values("id")[:1])
    standing = Consent.objects.filter(answer="no", id=newest).order_by("id")
    return [
        {"kind": KIND, "id": str(each.id), "of": str(each.client_id), "at": each.recorded_at.isoformat(),
         "purpose": each.purpose, "by": each.recorded_by, "source": each.source}
        for each in standing
    ]  # fmt: skip


@transaction.atomic
def refuse_again(*, viewer: Viewer, rows: Iterable[Mapping[str, Any]]) -> int:
    """Add the refusals that are not there, of clients who are; returns how many."""
    _check(viewer)
    given = {UUID(row["id"]): row for row in rows if row["kind"] == KIND}
    known = set(Consent.objects.filter(id__in=given).values_list("id", flat=True))
    clients = dict(Client.objects.filter(id__in={row["of"] for row in given.values()}).values_list("id", "service_id"))
    missing = [row for key, row in given.items() if key not in known and UUID(row["of"]) in clients]
    Consent.objects.bulk_create(
        Consent(
            id=row["id"], client_id=row["of"], purpose=row["purpose"], answer="no", recorded_at=row["at"],
            recorded_by=row["by"], source=row["source"],
        )
        for row in missing
    )  # fmt: skip
    deeds = [
        Deed("recorded", "consent", [UUID(row["id"])], ("answer",), UUID(row["of"]), clients[UUID(row["of"])])
        for row in missing
    ]
    record_all(actor=viewer.actor, deeds=deeds)
    return len(missing)


def _check(viewer: Viewer) -> None:
    if not viewer.is_system:
        raise NotAllowedError("Only the command line carries withdrawals over.")
