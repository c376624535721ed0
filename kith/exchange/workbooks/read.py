"""Reads a workbook by an import profile."""

from collections.abc import Mapping

from kith.exchange.workbooks.domain.profile import Profile
from kith.exchange.workbooks.domain.refused import RefusedRows, refused_rows
from kith.exchange.workbooks.domain.understand import understand
from kith.exchange.workbooks.domain.understanding import Understanding
from kith.files.api import read_sheets
from kith.kernel.days import today


def read_workbook(
    content: bytes, name: str, profile: Profile, *, known_references: Mapping[str, set[str]]
) -> tuple[Understanding, list[RefusedRows]]:
    """What the file says, row by row, and the rows refused as they stood.

    Raises the reader's errors and `NotUnderstoodError`, each with a sentence.
    """
    sheets = read_sheets(content, name=name)
    understood = understand(sheets, profile, today=today(), known_references=known_references)
    return understood, refused_rows(sheets, understood)
