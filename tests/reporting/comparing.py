"""Sets a report's figures beside the plain implementation's."""

import pytest

from kith.reporting.api import Report
from tests.reporting.reference import Answers


def differences(report: Report, expected: Answers) -> list[str]:
    """One line for each figure that differs, is missing, or is too much."""
    found = {(f.id, tuple(f.group.items())): (f.value, f.base, f.missing) for f in report.figures}
    keys = sorted(found.keys() | expected.keys())
    return [
        f"{key}: {found.get(key)} and not {expected.get(key)}"
        for key in keys
        if not _same(found.get(key), expected.get(key))
    ]


def _same(one: tuple[object, ...] | None, other: tuple[object, ...] | None) -> bool:
    if one is None or other is None or one[1:] != other[1:]:
        return one is other
    if isinstance(one[0], float) and isinstance(other[0], int | float):
        return one[0] == pytest.approx(other[0], rel=1e-12)
    return one[0] == other[0]
