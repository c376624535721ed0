"""Raw reading of an OpenDocument workbook: the cells of every sheet."""

from xml.parsers import expat

from kith.files.archive import Archive
from kith.files.cells import Sheet
from kith.files.errors import WorkbookLockedError
from kith.files.limits import Limits
from kith.files.ods_tables import DoctypeError, OdsTables
from kith.files.recognise import damaged

_CONTENT, _MANIFEST, _WRAPPED = "content.xml", "META-INF/manifest.xml", "encrypted-package"
_SMALL_PART = 4 * 1024 * 1024


def read_ods(archive: Archive, limits: Limits) -> list[Sheet]:
    """Every sheet of an OpenDocument workbook, in its order. Raises a FileProblemError."""
    _check_not_locked(archive)
    if not archive.has(_CONTENT):
        raise damaged(archive.name)
    tables = OdsTables(archive.name, limits)
    try:
        for chunk in archive.chunks(_CONTENT, overlap=0):
            tables.feed(chunk)
        tables.feed(b"", last=True)
    except (expat.ExpatError, DoctypeError) as wrong:
        raise damaged(archive.name) from wrong
    return tables.sheets


def _check_not_locked(archive: Archive) -> None:
    manifest = b""
    if archive.has(_MANIFEST) and archive.size(_MANIFEST) < _SMALL_PART:
        manifest = archive.content(_MANIFEST)
    if b"encryption-data" in manifest or archive.has(_WRAPPED):
        raise WorkbookLockedError(
            f"{archive.name} is an OpenDocument workbook locked with a password, which cannot be opened here. "
            "Save it again without one, or as a locked Excel workbook (.xlsx)."
        )
