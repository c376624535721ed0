"""What the folder saw and the database lacks, and of which whoever runs Kith has said why: it stays written down."""

import datetime as dt
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kith.audit.witness.notes import End

FILE = "settled"


@dataclass(frozen=True)
class Gap:
    """How far the database holds a strand, and how far the folder saw it come."""

    held: int
    seen: End


@dataclass(frozen=True)
class Lost:
    """The strands and seals of which the folder saw more than the database holds."""

    strands: Mapping[int, Gap] = field(default_factory=dict)
    seals: Mapping[int, str] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows."""
        return sum(gap.seen.place - gap.held for gap in self.strands.values())


@dataclass(frozen=True)
class Settlement:
    """When, by whom and why something lost was settled."""

    at: dt.datetime
    by: str
    reason: str
    lost: Lost


def write_settlement(folder: Path, settlement: Settlement) -> None:
    """Write one down, on the disk before this returns. None is ever taken back."""
    file = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(file, (json.dumps(_said(settlement), ensure_ascii=False) + "\n").encode())
        os.fsync(file)
    finally:
        os.close(file)


def settlements(folder: Path) -> list[Settlement]:
    """Every settlement, oldest first. A line cut short, by a loss of power, says nothing."""
    path = folder / FILE
    return list(_read(path.read_text().splitlines())) if path.is_file() else []


def _read(lines: list[str]) -> Iterator[Settlement]:
    for line in lines:
        try:
            said = json.loads(line)
        except ValueError:
            continue
        strands = {int(strand): Gap(held, End(place, mac)) for strand, (held, place, mac) in said["strands"].items()}
        seals = {int(number): digest for number, digest in said["seals"].items()}
        yield Settlement(dt.datetime.fromisoformat(said["at"]), said["by"], said["reason"], Lost(strands, seals))


def _said(settlement: Settlement) -> dict[str, Any]:
    lost = settlement.lost
    return {
        "at": settlement.at.isoformat(), "by": settlement.by, "reason": settlement.reason,
        "strands": {each: [gap.held, gap.seen.place, gap.seen.mac] for each, gap in lost.strands.items()},
        "seals": dict(lost.seals),
    }  # fmt: skip
