"""A zip of CSV files: one sheet a file, called after the file."""

import os
from collections.abc import Sequence
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
    parts = [part for part in archive.parts if not _left_by_machine(part)]
    if not parts:
        raise NotAWorkbookError(f"{archive.name} is a zip archive with no file in it. Put the CSV files in.")
    names = sheet_names([_path(part).stem for part in parts])
    sheets: dict[str, tuple[str, Sheet]] = {}
    for part, name in zip(parts, names, strict=True):
        sheet = _read(archive, part, name, limits)
        if (before := sheets.get(name.casefold())) is not None:
            raise SheetNameTwiceError(
                f"{archive.name} holds two files called {name}: {before[0]} and {part}. Leave one of them in."
            )
        sheets[name.casefold()] = part, sheet
    return [sheet for _, sheet in sheets.values()]


def sheet_names(stems: Sequence[str]) -> list[str]:
    """What the sheets are called: without the workbook's name that some programs put before each, as 'May-Clients'."""
    prefix = os.path.commonprefix(list(stems)) if len(stems) > 1 else ""
    shared = max(prefix.rfind("-"), prefix.rfind("_")) + 1
    return [stem[shared:] for stem in stems]


def _left_by_machine(part: str) -> bool:
    return part.startswith(_LEFT_BY_MACHINES) or _path(part).name.startswith((*_LEFT_BY_MACHINES, "._"))


def _path(part: str) -> PurePosixPath:
    """Some programs of Windows write folders with its own stroke."""
    return PurePosixPath(part.replace("\\", "/"))


def _read(archive: Archive, part: str, name: str, limits: Limits) -> Sheet:
    _check_name(archive.name, part)
    data = archive.content(part)
    if kind := _foreign(data):
        raise NotAWorkbookError(
            f"{archive.name} is a zip archive that holds {kind}: {part}. Only CSV files can be read from a zip; "
            "a workbook is given by itself. Take the file out."
        )
    return read_text_table(data, f"{part} in {archive.name}", sheet=name, limits=limits)


def _check_name(archive: str, part: str) -> None:
    path = _path(part)
    if path.is_absolute() or ":" in part or ".." in path.parts:
        raise NotAWorkbookError(
            f"{archive} holds a file whose name points outside the archive. No ordinary program makes such a zip. "
            "It was not opened: ask who sent it."
        )


def _foreign(data: bytes) -> str:
    if data.startswith(_ZIP):
        return "another zip or a workbook"
    return "an older Office document" if data.startswith(_OLD_OFFICE) else other_kind(data)
