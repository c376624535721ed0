"""What a zip archive is: a workbook, another program's document, or files that somebody packed."""

from enum import Enum

from kith.files.limits import Limits
from kith.files.package import Package

_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_LONGEST_KIND = 200
_MARKS = (
    ("word/document.xml", "a Word document"),
    ("ppt/presentation.xml", "a presentation"),
    ("xl/workbook.bin", "a binary workbook (.xlsb)"),
    ("META-INF/MANIFEST.MF", "a program"),
    ("Index/Document.iwa", "an Apple Numbers document"),
)


class Inside(Enum):
    """What a zip archive holds."""

    XLSX = "xlsx"
    ODS = "ods"
    FILES = "files"
    OTHER = "other"


def opened(data: bytes, called: str, limits: Limits) -> tuple[Package, Inside, str]:
    """The archive, what it holds, and in words what it is when it is none of ours. Raises a FileProblemError."""
    package = Package(data, called, limits)
    if package.is_workbook:
        return package, Inside.XLSX, ""
    if package.has("mimetype") and package.size("mimetype") < _LONGEST_KIND:
        kind = package.content("mimetype").strip()
        return package, Inside.ODS if kind.startswith(_SPREADSHEET) else Inside.OTHER, "an OpenDocument file"
    for part, words in _MARKS:
        if package.has(part):
            return package, Inside.OTHER, words
    return package, Inside.FILES, ""
