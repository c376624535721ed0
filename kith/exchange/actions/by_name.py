"""The same for a service by its name, as the command line knows it."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError

from kith.access.api import Viewer, make_service, service_named
from kith.exchange.actions.take_workbook import Check, GivenFile, Progress, check_workbook, take_workbook
from kith.kernel.errors import NotFoundError
from kith.kernel.ids import new_id


def check_workbook_for(*, viewer: Viewer, service: str, file: GivenFile, progress: Progress) -> Check:
    """What a file would do to a service, which need not be there yet. Nothing is written."""
    return check_workbook(viewer=viewer, service_id=_known(viewer, service) or new_id(), file=file, progress=progress)


def take_workbook_for(*, viewer: Viewer, service: str, file: GivenFile, progress: Progress) -> dict[str, Any]:
    """Take a file into a service, made in the same transaction if it is new."""
    service_id = _known(viewer, service)
    if service_id is None:
        try:
            return _take_into_new(viewer, service, file, progress)
        except IntegrityError:
            service_id = _known(viewer, service)
            if service_id is None:
                raise
            progress("Somebody made the service meanwhile; comparing again")
    return take_workbook(viewer=viewer, service_id=service_id, file=file, progress=progress)


def _take_into_new(viewer: Viewer, service: str, file: GivenFile, progress: Progress) -> dict[str, Any]:
    new = new_id()
    return take_workbook(
        viewer=viewer, service_id=new, file=file, progress=progress,
        first=lambda: make_service(viewer=viewer, name=service, service_id=new),
    )  # fmt: skip


def _known(viewer: Viewer, name: str) -> UUID | None:
    try:
        return service_named(viewer, name).id
    except NotFoundError:
        return None
