"""Understanding a small workbook on a fixed day."""

import datetime as dt
from collections.abc import Mapping, Sequence, Set

from kith.exchange.workbooks.domain.profile import load_profile
from kith.exchange.workbooks.domain.understand import understand
from kith.exchange.workbooks.domain.understanding import Understanding
from kith.files.api import Sheet

TODAY = dt.date(2025, 6, 15)


def understood(sheets: Sequence[Sheet], known: Mapping[str, Set[str]] | None = None) -> Understanding:
    """The workbook as the packaged profile understands it."""
    profile = load_profile("health-trainer-export")
    return understand(sheets, profile, today=TODAY, known_references=known)


def counts(understanding: Understanding) -> dict[str, tuple[int, int, int, int]]:
    """(read, taken, repeated, refused) of each sheet."""
    return {one.sheet: (one.read, one.taken, one.repeated, one.refused) for one in understanding.sheets}


def sentences(understanding: Understanding) -> list[str]:
    """What the problems say."""
    return [problem.sentence for problem in understanding.problems]
