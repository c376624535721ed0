"""What the reader of cells raises, said in our own words."""

from collections.abc import Iterator
from contextlib import contextmanager

from python_calamine import CalamineError, PasswordError

from kith.files.errors import WorkbookLockedError
from kith.files.recognise import damaged

_PANIC = "PanicException"  # the reader's own end; its class can be imported from nowhere, and is no Exception


@contextmanager
def said_of(called: str) -> Iterator[None]:
    """Raises WorkbookLockedError or WorkbookDamagedError for whatever the reader says of the file."""
    try:
        yield
    except PasswordError as wrong:
        raise WorkbookLockedError(f"{called} is locked with a password. Save it again without one.") from wrong
    except CalamineError as wrong:
        raise damaged(called) from wrong
    except BaseException as wrong:
        if type(wrong).__name__ == _PANIC:
            raise damaged(called) from wrong
        raise
