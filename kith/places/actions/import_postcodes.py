"""Takes a postcode lookup, in pieces that hold nobody up, and lets it govern only when it is whole."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, LOCK_NB, flock
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max, Min, Q

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.bulk.api import insert
from kith.kernel.errors import NotPossibleError
from kith.places.domain.postcode_file import PostcodeFile, PostcodeRow, WrongPostcodeFileError
from kith.places.models import Postcode, PostcodeLookup
from kith.places.permissions import check_user_may_import_places

PIECE = 20_000
FIELDS = ("lookup_id", *PostcodeRow._fields)
Progress = Callable[[str], None]


@dataclass(frozen=True)
class PostcodesTaken:
    """What a lookup brought: postcodes, those out of use, those with an area of each census, and rows left out."""

    edition: str
    postcodes: int
    ended: int
    with_area_2011: int
    with_area_2021: int
    refused: int
    first_refused: int
    replaced: tuple[str, ...]
    changed: bool


def import_postcodes(*, viewer: Viewer, path: Path, edition: str, progress: Progress | None = None) -> PostcodesTaken:
    """Read a lookup as it stands in a file and let it govern the census years it has areas of.

    Nothing that is read governs before the last row is in: an import that was stopped leaves the lookup before it in
    force, and the next one sweeps up. The memory it takes does not grow with the file. Raises WrongPostcodeFileError,
    NotAllowedError, NotPossibleError.
    """
    check_user_may_import_places(viewer)
    with _alone():
        return _import(viewer, PostcodeFile(path), edition, progress or (lambda _: None))


@contextmanager
def _alone() -> Iterator[None]:
    """One import at a time; a lock of the system's, so that a killed one leaves none behind."""
    folder = Path(settings.KITH_DATA)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "postcodes.lock").open("w") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise NotPossibleError("Another import of postcodes is under way. Wait until it has ended.")
        yield


def _import(viewer: Viewer, file: PostcodeFile, edition: str, progress: Progress) -> PostcodesTaken:
    years, digest = file.years(), file.digest()
    if _governs_already(digest, years):
        return _as_before(digest)
    _sweep()
    lookup = PostcodeLookup.objects.create(edition=edition, file_sha256=digest)
    try:
        _fill(lookup, file, progress)
    except IntegrityError:
        _sweep()
        raise WrongPostcodeFileError("The file holds a postcode twice. Nothing was changed.")
    if not file.postcodes:
        _sweep()
        raise WrongPostcodeFileError("The file holds no postcode. Nothing was changed.")
    replaced = _let_govern(viewer, lookup, years, file.postcodes)
    _sweep()
    return _taken(edition, file, replaced)


def _governs_already(digest: str, years: tuple[str, ...]) -> bool:
    governing = {f"governs_{year}": True for year in years}
    return PostcodeLookup.objects.filter(file_sha256=digest, **governing).exists()


def _as_before(digest: str) -> PostcodesTaken:
    held = PostcodeLookup.objects.filter(file_sha256=digest).latest("imported_at")
    rows = Postcode.objects.filter(lookup=held)
    return PostcodesTaken(
        held.edition,
        held.postcodes,
        rows.filter(ended__gt=0).count(),
        rows.exclude(area_2011="").count(),
        rows.exclude(area_2021="").count(),
        0,
        0,
        (),
        changed=False,
    )


def _taken(edition: str, file: PostcodeFile, replaced: tuple[str, ...]) -> PostcodesTaken:
    return PostcodesTaken(
        edition,
        file.postcodes,
        file.ended,
        file.with_area["2011"],
        file.with_area["2021"],
        file.refused,
        file.first_refused,
        replaced,
        changed=True,
    )


def _fill(lookup: PostcodeLookup, file: PostcodeFile, progress: Progress) -> None:
    rows = file.rows()
    for number, piece in enumerate(_pieces(rows), start=1):
        with transaction.atomic():
            insert(Postcode, FIELDS, [(lookup.id, *row) for row in piece])
        if number % 25 == 0:
            progress(f"{file.postcodes:,} postcodes read")


def _pieces(rows: Iterator[PostcodeRow]) -> Iterator[list[PostcodeRow]]:
    while piece := list(islice(rows, PIECE)):
        yield piece


@transaction.atomic
def _let_govern(viewer: Viewer, lookup: PostcodeLookup, years: tuple[str, ...], postcodes: int) -> tuple[str, ...]:
    """One short moment in which the new lookup takes over; says which it replaced."""
    replaced: list[str] = []
    for year in years:
        before = PostcodeLookup.objects.select_for_update().filter(**{f"governs_{year}": True})
        replaced += [each for each in before.values_list("edition", flat=True) if each not in replaced]
        before.update(**{f"governs_{year}": False})
    governing = {f"governs_{year}": True for year in years}
    PostcodeLookup.objects.filter(id=lookup.id).update(postcodes=postcodes, **governing)
    record(actor=viewer.actor, deed=Deed("imported", "postcode_lookup", [lookup.id]))
    return tuple(replaced)


def _sweep() -> None:
    """Throw away lookups that govern nothing, a piece at a time."""
    for lookup in PostcodeLookup.objects.filter(Q(governs_2011=False) & Q(governs_2021=False)):
        held = Postcode.objects.filter(lookup=lookup)
        ends = held.aggregate(first=Min("id"), last=Max("id"))
        for first in range(ends["first"] or 0, (ends["last"] or -1) + 1, PIECE):
            held.filter(id__gte=first, id__lt=first + PIECE).delete()
        lookup.delete()
