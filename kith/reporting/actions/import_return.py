"""Takes the figures of a return that was submitted."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer, lock_service, service_for
from kith.audit.api import Deed, record
from kith.files.api import read_sheets
from kith.kernel import definitions
from kith.kernel.days import Period, today
from kith.kernel.errors import NotPossibleError
from kith.reporting.definitions import metrics
from kith.reporting.domain.submitted import NotUnderstood, SubmittedRead
from kith.reporting.domain.submitted_file import read_submitted
from kith.reporting.models import SubmittedReturn
from kith.reporting.permissions import check_user_may_import_returns


@dataclass(frozen=True)
class ReturnFile:
    """A file with the figures of a return: its name and content, and what is said of it where it does not say so."""

    name: str
    content: bytes
    submitted_on: dt.date | None = None
    rounded_to: int = 0


@dataclass(frozen=True)
class ReturnTaken:
    """What was taken: the version it is now, how many figures, and the rows nobody understood."""

    version: int
    figures: int
    not_understood: tuple[NotUnderstood, ...]
    submitted_on: dt.date | None
    rounded_to: int
    changed: bool


def import_return(*, viewer: Viewer, service_id: UUID, period: Period, profile: str, file: ReturnFile) -> ReturnTaken:
    """Keep the figures of a submitted return beside earlier versions of it; the same file again changes nothing.

    Raises NotFoundError, NotAllowedError, NotPossibleError, WrongReturnFileError, FileProblemError.
    """
    service = service_for(viewer, service_id)
    check_user_may_import_returns(viewer, service.id)
    read = read_submitted(_rows(file), definitions.load("returns", profile), metrics())
    submitted_on = read.submitted_on or file.submitted_on
    if submitted_on and not period.first <= submitted_on <= today():
        raise NotPossibleError("The return was submitted on a day of its period or after, and not after today.")
    said = SubmittedRead(read.figures, read.not_understood, submitted_on, read.rounded_to or file.rounded_to)
    return _keep(viewer, service.id, period, profile, file, said)


@transaction.atomic
def _keep(  # noqa: PLR0913
    viewer: Viewer, service_id: UUID, period: Period, profile: str, file: ReturnFile, read: SubmittedRead
) -> ReturnTaken:
    lock_service(service_id)
    earlier = SubmittedReturn.objects.filter(
        service_id=service_id, profile=profile, period_first=period.first, period_last=period.last
    ).order_by("-version")
    newest = earlier.first()
    said = repr((read.submitted_on, read.rounded_to)).encode()
    digest = hashlib.sha256(file.content + said).hexdigest()
    same = newest is not None and newest.file_sha256 == digest
    version = newest.version if newest and same else (newest.version if newest else 0) + 1
    if not same:
        kept = SubmittedReturn.objects.create(
            service_id=service_id, profile=profile, period_first=period.first, period_last=period.last, version=version,
            submitted_on=read.submitted_on, rounded_to=read.rounded_to, file_name=file.name[:255], file_sha256=digest,
            figures=[each.as_json() for each in read.figures], by_id=viewer.actor.id, by_name=viewer.actor.name,
        )  # fmt: skip
        record(actor=viewer.actor, deed=Deed("imported", "submitted_return", [kept.id], service_id=service_id))
    return ReturnTaken(
        version, len(read.figures), read.not_understood, read.submitted_on, read.rounded_to, changed=not same
    )


def _rows(file: ReturnFile) -> list[Sequence[Any]]:
    """The cells of the file's sheets one after another; a row of the first has the number it has there."""
    sheets = read_sheets(file.content, name=file.name)
    return [row for sheet in sheets for row in [*[()] * (sheet.first_row - 1), *sheet.rows]]
