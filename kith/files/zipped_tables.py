"""A zip of CSV files: one sheet a file, called after the file."""

from pathlib import PurePosixPath

from kith.files.archive import Archive
from kith.files.cells import Sheet
from kith.files.errors import NotAWorkbookError, SheetNameTwiceError
from kith.files.limits import Limits
from kith.files.recognise import other_kind
from kith.files.text_tables import read_text_table

_LEFT_BY_MACHINES = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")


def read_zipped_tables(archive: Archive, limits: Limits) -> list[Sheet]:
    """Every CSV file of an archive as a sheet. Raises a FileProblemError."""
    sheets: dict[str, tuple[str, Sheet]] = {}
    for part in archive.parts:
        if part.startswith(_LEFT_BY_MACHINES) or PurePosixPath(part).name.startswith((*_LEFT_BY_MACHINES, "._")):
            continue
        sheet = _read(archive, part, limits)
        if (before := sheets.get(sheet.name.casefold())) is not None:
            raise SheetNameTwiceError(
                f"{archive.name} holds two files called {sheet.name}: {before[0]} and {part}. Leave one of them in."
            )
        sheets[sheet.name.casefold()] = part, sheet
    if not sheets:
        raise NotAWorkbookError(f"{archive.name} is a zip archive with no file in it. Put the CSV files in.")
    return [sheet for _, sheet in sheets.values()]


def _read(archive: Archive, part: str, limits: Limits) -> Sheet:
    _check_name(archive.name, part)
    data = archive.content(part)
    if kind := _foreign(data):
        raise NotAWorkbookError(
            f"{archive.name} is a zip archive that holds {kind}: {part}. Only CSV files can be read from a zip; "
            "a workbook is given by itself. Take the file out."
        )
    return read_text_table(data, f"{part} in {archive.name}", sheet=PurePosixPath(part).stem, limits=limits)


def _check_name(archive: str, part: str) -> None:
    if part.startswith("/") or "\\" in part or ":" in part or ".." in PurePosixPath(part).parts:
        raise NotAWorkbookError(
            f"{archive} holds a file whose name points outside the archive. No ordinary program makes such a zip. "
            "It was not opened: ask who sent it."
        )


def _foreign(data: bytes) -> str:
    if data.startswith(_ZIP):
        return "another zip or a workbook"
    return "an older Office document" if data.startswith(_OLD_OFFICE) else other_kind(data)
