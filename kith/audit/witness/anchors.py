"""The number and digest of each seal, written down outside the database."""

import os
from collections.abc import Iterable
from pathlib import Path

from kith.audit.witness.settled import settlements

FILE = "seals"


def drop_anchors(folder: Path, seals: Iterable[tuple[int, str]]) -> None:
    """Write seals down, on the disk before this returns."""
    lines = "".join(f"{number} {digest}\n" for number, digest in seals)
    if not lines:
        return
    file = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(file, lines.encode())
        os.fsync(file)
    finally:
        os.close(file)


def anchors(folder: Path) -> dict[int, str]:
    """The digest of each seal written down, and not settled. A line cut short, by a loss of power, says nothing."""
    path = folder / FILE
    lines = path.read_text().splitlines() if path.is_file() else []
    parts = (line.split(" ") for line in lines)
    said = {int(each[0]): each[1] for each in parts if len(each) == 2 and each[0].isdecimal() and len(each[1]) == 64}
    settled = {pair for each in settlements(folder) for pair in each.lost.seals.items()}
    return {number: digest for number, digest in said.items() if (number, digest) not in settled}
