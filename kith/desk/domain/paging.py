"""One page of a list that is read by key: rows, and where the neighbouring pages begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

Row = TypeVar("Row")


@dataclass(frozen=True)
class Cursor:
    """Before or after which record a page lies; neither for the first page."""

    after: UUID | None = None
    before: UUID | None = None


@dataclass(frozen=True)
class Page(Generic[Row]):
    """The rows of a page; `earlier` and `later` tell whether there is a page on that side."""

    rows: Sequence[Row]
    earlier: bool
    later: bool


def page_of(found: Sequence[Row], size: int, cursor: Cursor) -> Page[Row]:
    """A page from up to `size` + 1 rows, which were read backwards if the cursor looks back."""
    more, rows = len(found) > size, found[:size]
    if cursor.before:
        return Page(list(reversed(rows)), earlier=more, later=True)
    return Page(rows, earlier=cursor.after is not None, later=more)
