"""Writes down that a page of a record was read through the glass, or that looks at records were listed."""

from collections.abc import Iterable
from itertools import groupby
from uuid import UUID

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.glass.models import Glass
from kith.glass.queries import LOOKED_IN


def look_in(*, viewer: Viewer, glass: Glass, page: str) -> None:
    """The row names the look, not the reading alone; `page` is which page of the record it was."""
    deed = Deed(LOOKED_IN, "glass", [glass.id, glass.client_id], [page], glass.client_id, glass.service_id)
    record(actor=viewer.actor, deed=deed)


def note_listed(*, viewer: Viewer, glasses: Iterable[Glass]) -> None:
    """A list of looks was shown, with the clients whose records they were at."""
    by_service = sorted(glasses, key=lambda each: str(each.service_id))
    for service_id, group in groupby(by_service, key=lambda each: each.service_id):
        ids: list[UUID] = [each.client_id for each in group]
        record(actor=viewer.actor, deed=Deed("listed", "client", ids, (), None, service_id))
