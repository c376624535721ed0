"""Takes an index of deprivation from a file."""

import hashlib
from dataclasses import dataclass

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.kernel import definitions
from kith.places.domain.index_file import read_deciles
from kith.places.models import AreaIndex, AreaRank
from kith.places.permissions import check_user_may_import_places


@dataclass(frozen=True)
class AreasTaken:
    """How many areas an index holds now, and whether the file changed anything."""

    index: str
    areas: int
    changed: bool


def import_areas(*, viewer: Viewer, content: bytes, index: str) -> AreasTaken:
    """Read an index file and replace what was held of that index, as a whole or not at all."""
    check_user_may_import_places(viewer)
    definition = definitions.load("indices", index)
    deciles = read_deciles(content, definition)
    digest = hashlib.sha256(content).hexdigest()
    changed = _take(viewer, index, definition["version"], digest, deciles)
    return AreasTaken(index=index, areas=len(deciles), changed=changed)


@transaction.atomic
def _take(viewer: Viewer, name: str, version: str, digest: str, deciles: dict[str, int]) -> bool:
    held = AreaIndex.objects.select_for_update().filter(name=name).first()
    if held and held.file_sha256 == digest:
        return False
    if held:
        held.delete()
    index = AreaIndex.objects.create(name=name, version=version, file_sha256=digest)
    ranks = (AreaRank(index=index, area_code=area, decile=decile) for area, decile in deciles.items())
    AreaRank.objects.bulk_create(ranks, batch_size=5000)
    record(actor=viewer.actor, deed=Deed("imported", "area_index", [index.id]))
    return True
