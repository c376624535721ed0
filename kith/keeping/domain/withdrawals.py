"""What was withdrawn, as a small file: ids and moments, no name and no word."""

import json
from collections.abc import Iterable
from typing import Any

from kith.kernel.errors import KithError

KINDS = ("consent", "restriction", "telling")


class WithdrawalsFileError(KithError):
    """The file of withdrawals cannot be read."""


def as_bytes(rows: Iterable[dict[str, Any]]) -> bytes:
    """The file."""
    return json.dumps({"withdrawals": list(rows)}, indent=1).encode() + b"\n"


def rows_in(content: bytes, name: str) -> list[dict[str, Any]]:
    """The rows of a file. Raises WithdrawalsFileError."""
    try:
        rows = json.loads(content)["withdrawals"]
        known = all(row["kind"] in KINDS and row["id"] and row["of"] and row["at"] for row in rows)
    except (ValueError, KeyError, TypeError):
        known = False
    if not known:
        raise WithdrawalsFileError(f"{name} is not a file of withdrawals. `kith withdrawals` writes one.")
    return list(rows)
