"""When a file may be taken or put aside."""

from collections.abc import Sequence

from kith.exchange.models import WorkbookImport
from kith.kernel.errors import NotPossibleError


def can_take(given: WorkbookImport) -> bool:
    """Once it was checked, and once only."""
    return given.state == "staged"


def check_can_take(given: WorkbookImport) -> None:
    """Raises `NotPossibleError` with a sentence."""
    if not can_take(given):
        raise NotPossibleError("This file is not waiting to be taken. Look at what became of it, or bring it in again.")


def can_unlock(given: WorkbookImport) -> bool:
    """As long as it waits for its password."""
    return given.state == "locked"


def check_can_unlock(given: WorkbookImport) -> None:
    """Raises `NotPossibleError` with a sentence."""
    if not can_unlock(given):
        raise NotPossibleError("This file waits for no password. Look at what became of it, or bring it in again.")


def can_abandon(given: WorkbookImport) -> bool:
    """As long as nothing of it was taken."""
    return given.state in ("locked", "staging", "staged", "refused")


def check_can_abandon(given: WorkbookImport) -> None:
    """Raises `NotPossibleError` with a sentence."""
    if not can_abandon(given):
        raise NotPossibleError("This file was taken already, or is being taken, and cannot be put aside.")


def can_make_ready(lacking: Sequence[str]) -> bool:
    """Once nothing is lacking that a file cannot be read without."""
    return not lacking


def check_can_make_ready(lacking: Sequence[str]) -> None:
    """Raises `NotPossibleError` with what is lacking."""
    if not can_make_ready(lacking):
        raise NotPossibleError(" ".join(lacking))
