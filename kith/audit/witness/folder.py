"""Where the witness of a trail lies."""

from pathlib import Path
from uuid import UUID

from django.conf import settings

NAME = "trail"


def folder_of(trail: UUID) -> Path:
    """The folder of one trail, made if it is new."""
    folder = Path(settings.KITH_DATA) / NAME / trail.hex
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def other_trails(trail: UUID) -> int:
    """How many other trails this installation's folder is a witness of."""
    return sum(each.name != trail.hex for each in (Path(settings.KITH_DATA) / NAME).glob("*"))
