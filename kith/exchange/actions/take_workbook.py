"""Takes a workbook: as a whole or not at all."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.access.api import Viewer, lock_service
from kith.bulk.api import ChangedMeanwhileError
from kith.exchange.actions.merge_workbook import WorkbookMerge, merge_workbook
from kith.exchange.domain.account import account_of, columns_of
from kith.exchange.models import WorkbookImport
from kith.exchange.permissions import check_user_may_import
from kith.exchange.queries import newest_taken, profile_for
from kith.exchange.workbooks.domain.refused import RefusedRows
from kith.exchange.workbooks.domain.understanding import Understanding
from kith.exchange.workbooks.read import read_workbook
from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.people.api import known_references as known_clients
from kith.ripples.api import forget_withdrawn, read_notes_soon
from kith.workforce.api import known_references as known_workers

TRIES = 3
Progress = Callable[[str], None]


@dataclass(frozen=True)
class GivenFile:
    """A file somebody gives to Kith: its name, content and the import profile that reads it.

    `locked` is the file as it was given, when its content was locked with a password.
    """

    name: str
    content: bytes
    profile: str
    locked: bytes = b""

    @property
    def sha256(self) -> str:
        """The fingerprint of the file as it was given."""
        return hashlib.sha256(self.locked or self.content).hexdigest()


@dataclass(frozen=True)
class Check:
    """What a file would do: the account, the columns, and the difference, not yet written."""

    account: dict[str, Any]
    columns: list[dict[str, Any]]
    merge: WorkbookMerge
    refused: Sequence[RefusedRows]
    """The rows that are not taken, as they stood."""
    compared_after: UUID | None
    """The newest file taken when the comparison began: a comparison holds as long as no other was taken since."""


def check_workbook(*, viewer: Viewer, service_id: UUID, file: GivenFile, progress: Progress) -> Check:
    """Read a file and compare it with what the service holds. Nothing is written."""
    check_user_may_import(viewer, service_id)
    progress("Reading the file")
    understood, refused = _understand(service_id, file)
    return _compare(viewer, service_id, new_id(), understood, refused, progress)


def take_workbook(
    *,
    viewer: Viewer,
    service_id: UUID,
    file: GivenFile,
    progress: Progress,
    import_id: UUID | None = None,
    first: Callable[[], object] = lambda: None,
) -> dict[str, Any]:
    """Read a file, compare, and write the difference in one transaction, which begins with `first`.

    Returns the account.
    """
    check_user_may_import(viewer, service_id)
    import_id = import_id or new_id()
    for tries_left in reversed(range(TRIES)):
        progress("Reading the file")
        understood, refused = _understand(service_id, file)
        check = _compare(viewer, service_id, import_id, understood, refused, progress)
        progress("Writing")
        try:
            _write(viewer, service_id, file, check, first)
            break
        except (ChangedMeanwhileError, IntegrityError):
            if not tries_left:
                raise
            progress("Somebody changed a record meanwhile; comparing again")
    return check.account


def _understand(service_id: UUID, file: GivenFile) -> tuple[Understanding, list[RefusedRows]]:
    known = {"client": known_clients(service_id), "worker": known_workers(service_id)}
    return read_workbook(file.content, file.name, profile_for(service_id, file.profile), known_references=known)


def _compare(
    viewer: Viewer,
    service_id: UUID,
    import_id: UUID,
    understood: Understanding,
    refused: Sequence[RefusedRows],
    progress: Progress,
) -> Check:
    progress("Comparing with what Kith holds")
    compared_after = newest_taken(service_id)
    merge = merge_workbook(service_id, import_id, understood, viewer.actor)
    return Check(account_of(understood, merge), columns_of(understood), merge, refused, compared_after)


@transaction.atomic
def _write(viewer: Viewer, service_id: UUID, file: GivenFile, check: Check, first: Callable[[], object]) -> None:
    first()
    lock_service(service_id)
    if newest_taken(service_id) != check.compared_after:
        raise ChangedMeanwhileError("Another file was taken into this service meanwhile. Take the file again.")
    check.merge.write(viewer.actor)
    WorkbookImport.objects.update_or_create(
        id=check.merge.import_id,
        defaults={
            "service_id": service_id,
            "profile": file.profile,
            "file_name": file.name[:255],
            "file_sha256": file.sha256,
            "state": "taken",
            "sheets": check.account["sheets"],
            "by_id": viewer.actor.id,
            "by_name": viewer.actor.name,
            "taken_at": now(),
        },
    )
    forget_withdrawn(viewer=viewer, service_id=service_id)
    read_notes_soon(service_id)
