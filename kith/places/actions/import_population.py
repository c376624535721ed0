"""Takes the people of small areas from a file."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.bulk.api import insert
from kith.kernel import definitions
from kith.kernel.days import now
from kith.places.domain.population_file import PopulationRead, read_population, rows_of
from kith.places.models import Population, PopulationCount
from kith.places.permissions import check_user_may_import_places
from kith.places.queries import census_of

PIECE = 20_000
FIELDS = ("population_id", "area_code", "division", "value", "people")


@dataclass(frozen=True)
class PopulationTaken:
    """What a file of people brought: areas, people, how they are divided, and the census whose areas they are.

    `lacking` are sentences on whom it does not have.
    """

    name: str
    census: str
    areas: int
    people: int
    divisions: tuple[str, ...]
    changed: bool
    lacking: tuple[str, ...] = ()


def import_population(
    *, viewer: Viewer, path: Path, name: str, layout: str = "long", census: str = ""
) -> PopulationTaken:
    """Read a file of people and replace what was held under its name, as a whole or not at all.

    `census` says of which census its areas are; without it the headings say so, or else they are taken for those the
    deployment's index is on. Raises WrongPopulationFileError, DefinitionNotFoundError, NotAllowedError.
    """
    check_user_may_import_places(viewer)
    read = read_population(path, definitions.load("populations", layout))
    year = census or read.census or census_of(settings.KITH_DEPRIVATION_INDEX)
    digest = hashlib.sha256(repr((year, *rows_of(read.people))).encode()).hexdigest()
    changed = _take(viewer, name, year, digest, read)
    people = sum(number for (_, division, _), number in read.people.items() if division == "everybody")
    return PopulationTaken(name, year, read.areas(), people, read.divisions(), changed, read.lacking)


@transaction.atomic
def _take(viewer: Viewer, name: str, census: str, digest: str, read: PopulationRead) -> bool:
    held = Population.objects.select_for_update().filter(name=name).first()
    if held and held.file_sha256 == digest:
        return False
    if held:
        PopulationCount.objects.filter(population=held).delete()
        held.delete()
    population = Population.objects.create(
        name=name, census=census, divisions=list(read.divisions()), areas=read.areas(), file_sha256=digest,
        imported_at=now(),
    )  # fmt: skip
    for piece in _pieces(rows_of(read.people)):
        insert(PopulationCount, FIELDS, [(population.id, *row) for row in piece])
    record(actor=viewer.actor, deed=Deed("imported", "population", [population.id]))
    return True


def _pieces(rows: Iterator[tuple[str, str, str, int]]) -> Iterator[list[tuple[str, str, str, int]]]:
    while piece := list(islice(rows, PIECE)):
        yield piece
