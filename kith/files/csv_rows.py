"""A table of plain text, as bytes somebody saved, read into rows by the names of its columns."""

import csv
import io

from kith.files.errors import FileEmptyError, FileProblemError


class NotATableOfTextError(FileProblemError):
    """The bytes are no CSV that can be read."""


def read_csv(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV in UTF-8 or Windows-1252, by the names in its first line, which are taken in small letters.

    A cell that is not there is empty. Raises FileEmptyError, NotATableOfTextError.
    """
    if not content.strip():
        raise FileEmptyError("The file is empty.")
    try:
        rows = csv.DictReader(io.StringIO(_decoded(content), newline=""), restval="", strict=True)
        names = [(name or "").strip().lower() for name in rows.fieldnames or ()]
        return [dict(zip(names, (row[name] for name in rows.fieldnames or ()), strict=True)) for row in rows]
    except csv.Error as wrong:
        raise NotATableOfTextError(f"The file is no CSV that can be read: {wrong}.")


def _decoded(content: bytes) -> str:
    if b"\0" in content:
        raise NotATableOfTextError("The file is no CSV. Save the sheet as CSV in UTF-8 and try again.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError as wrong:
            raise NotATableOfTextError(
                f"The file is neither in UTF-8 nor in Windows-1252 (byte {wrong.start + 1:,}). Save it as CSV in UTF-8."
            )
