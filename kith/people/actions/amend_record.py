"""Corrects a record that was taken: the one way every room does it."""

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from django.db import models, transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.kernel.errors import StaleError
from kith.people.models import Amendment, Client

STALE = "Somebody else changed this record while you had it open. Look at it as it is now, then change it again."


class Versioned(Protocol):
    """A record that people edit."""

    id: UUID
    version: int


@transaction.atomic
def amend_record(
    *,
    viewer: Viewer,
    client: Client,
    record_type: str,
    kept: models.Model,
    changes: Mapping[str, object],
    version: int,
    reason: str,
    verb: str = "corrected",
) -> tuple[str, ...]:
    """Set the fields that differ, keep the reason, audit; returns their names. The caller has checked permission.

    Raises StaleError when the record no longer has the version the viewer saw.
    """
    changed = {name: value for name, value in changes.items() if getattr(kept, name) != value}
    fields = tuple(changed)
    held = type(kept)._default_manager.filter(pk=kept.pk, version=version)
    if not held.update(**changed, version=version + 1):
        raise StaleError(STALE)
    kept.refresh_from_db()
    if fields:
        Amendment.objects.create(
            client=client, record_type=record_type, record_id=kept.pk, fields=list(fields), reason=reason[:500],
            by_id=viewer.actor.id, by_name=viewer.actor.name,
        )  # fmt: skip
    record(actor=viewer.actor, deed=Deed(verb, record_type, [kept.pk], fields, client.id, client.service_id))
    return fields
