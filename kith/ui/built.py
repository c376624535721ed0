"""Where the browser finds what `python -m kith.ui.build` made."""

from functools import cache
from pathlib import Path

from django.conf import settings

from kith.kernel.errors import KithError

BUILT = Path(__file__).parent / "static" / "built"


class LookMissingError(KithError):
    """The parts of the pages that the browser needs are not there."""


def asset(name: str) -> str:
    """The address of one built file, in a folder named by its content, so that browsers may keep it for ever."""
    return f"{settings.STATIC_URL}{_folder()}/{name}"


@cache
def _folder() -> str:
    current = BUILT / "current"
    if not current.is_file():
        raise LookMissingError("The look of the pages is not built. Run: make setup")
    return current.read_text()
