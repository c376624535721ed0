"""Reads a workbook by an import profile."""

from collections.abc import Mapping

from kith.exchange.workbooks.domain.profile import Profile
from kith.exchange.workbooks.domain.understand import understand
from kith.exchange.workbooks.domain.understanding import Understanding
from kith.files.api import read_sheets
from kith.kernel.days import today


def read_workbook(
    content: bytes, name: str, profile: Profile, *, known_references: Mapping[str, set[str]]
) -> Understanding:
    """What the file says, row by row. Raises the reader's errors and `NotUnderstoodError`, each with a sentence."""
    return understand(read_sheets(content, name=name), profile, today=today(), known_references=known_references)
