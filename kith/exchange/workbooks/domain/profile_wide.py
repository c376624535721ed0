"""What a profile says of a sheet with several records in one row: groups of columns, and several values in a cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

NUMBER = "{n}"
"""Stands in a heading for the number of the group, as in 'Visit {n} date'."""


@dataclass(frozen=True, slots=True)
class GroupProfile:
    """Columns that together give one record of a row, once or numbered.

    `headings` are by field, `fixed` is what every record of the group holds. A row has the record when a column of
    `found_by` is filled. `in_order` is the day that should not run back from one number to the next.
    """

    headings: Mapping[str, tuple[str, ...]]
    fixed: Mapping[str, str]
    found_by: tuple[str, ...]
    options: Mapping[str, Any]
    in_order: str = ""

    @property
    def numbered(self) -> bool:
        """Whether the group stands there once for each number."""
        return any(NUMBER in heading for several in self.headings.values() for heading in several)


@dataclass(frozen=True, slots=True)
class Split:
    """Fields whose cells may hold several values, and what stands between them; the first decides how many.

    What stands `weakly_between` divides only where every piece is a value that is known.
    """

    fields: tuple[str, ...]
    between: tuple[str, ...]
    weakly_between: tuple[str, ...] = ()


def group_profiles(documents: Iterable[Mapping[str, Any]]) -> tuple[GroupProfile, ...]:
    """The groups of a part, from its definition."""
    return tuple(map(_group, documents))


def split_profile(document: Mapping[str, Any] | None) -> Split | None:
    """How a part's cells are divided, if they are."""
    if document is None:
        return None
    return Split(tuple(document["fields"]), tuple(document["between"]), tuple(document.get("weakly_between", ())))


def _group(document: Mapping[str, Any]) -> GroupProfile:
    headings = {field: tuple(several) for field, several in document["headings"].items()}
    return GroupProfile(
        headings=headings,
        fixed=document.get("fixed", {}),
        found_by=tuple(document.get("found_by", headings)),
        options=document.get("options", {}),
        in_order=document.get("in_order", ""),
    )
