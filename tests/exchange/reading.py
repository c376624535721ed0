"""A reader's answer, whichever it is."""

from collections.abc import Callable
from typing import TypeVar

from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.files.api import Cell

Read = TypeVar("Read")


def read_or_refused(read: Callable[[Cell], Read], cell: Cell) -> Read | CannotReadError:
    """What a cell was read as, or the refusal."""
    try:
        return read(cell)
    except CannotReadError as refused:
        return refused
