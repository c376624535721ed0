"""Whose a row is: the way from a table to the service that holds it, and the conditions that follow from it."""

from dataclasses import dataclass
from typing import Protocol

from kith.rows.domain.scope import quoted


def _within(setting: str) -> str:
    """Whether a value is in the list a setting holds, which is read once a statement. Not set is nothing."""
    return f"= ANY (COALESCE((SELECT NULLIF(current_setting('{setting}', true), '')::uuid[]), '{{}}'))"


OF_SERVICES, OF_PERSONS, OF_WRITER = _within("kith.services"), _within("kith.persons"), _within("kith.by")
SOME_SERVICE = "COALESCE(NULLIF(current_setting('kith.services', true), ''), '{}') <> '{}'"


class Way(Protocol):
    """From a row to the service that holds it: conditions of SQL on one table."""

    def seen(self, table: str) -> str:
        """When a row is seen."""

    def written(self, table: str) -> str:
        """When a row may be changed or removed; also what must be so afterwards."""

    def added(self, table: str) -> str:
        """When a row may be added."""


@dataclass(frozen=True)
class OfService:
    """A column names the service.

    `person` is a column by which a row is seen with that person; `beside` a column and a table, of a row it is seen
    with; `by` a column that names who wrote it, whose it is too, in whatever service. Where it `may_lack` the service,
    nobody else sees it. A row that is `for_good` is added, and never changed or removed.
    """

    column: str = "service_id"
    person: str = ""
    beside: tuple[str, str] | None = None
    by: str = ""
    may_lack: bool = False
    for_good: bool = False

    def seen(self, table: str) -> str:
        """In scope, or with a person or a row that is."""
        conditions = [self.written(table)]
        if self.person:
            conditions.append(f"{_column(table, self.person)} {OF_PERSONS}")
        if self.beside:
            conditions.append(_exists(self.beside[1], f"id = {_column(table, self.beside[0])}"))
        return " OR ".join(conditions)

    def written(self, table: str) -> str:
        """In scope, or one's own."""
        own = f"{_column(table, self.column)} {OF_SERVICES}"
        return f"{own} OR {_column(table, self.by)} {OF_WRITER}" if self.by else own

    def added(self, table: str) -> str:
        """In scope, or of no service where that may be."""
        own = self.written(table)
        return f"{_column(table, self.column)} IS NULL OR {own}" if self.may_lack else own


@dataclass(frozen=True)
class OfParent:
    """A column names another row, and this one is whose that is."""

    column: str
    parent: str
    way: Way

    def seen(self, table: str) -> str:
        """With the other row, which its own policy shows or hides."""
        return _exists(self.parent, f"id = {_column(table, self.column)}")

    def written(self, table: str) -> str:
        """Where the other row may be."""
        return _exists(self.parent, f"id = {_column(table, self.column)} AND ({self.way.written(self.parent)})")

    def added(self, table: str) -> str:
        """Where the other row may be changed."""
        return self.written(table)


@dataclass(frozen=True)
class OfChildren:
    """Rows of another table name this one, and it is whose they are; a new one is nobody's yet."""

    child: str
    column: str
    way: Way

    def seen(self, table: str) -> str:
        """With one of them."""
        return _exists(self.child, f"{quoted(self.column)} = {_column(table, 'id')}")

    def written(self, table: str) -> str:
        """Where one of them may be."""
        named = f"{quoted(self.column)} = {_column(table, 'id')}"
        return _exists(self.child, f"{named} AND ({self.way.written(self.child)})")

    def added(self, table: str) -> str:
        """By anybody who has a service."""
        del table
        return SOME_SERVICE


@dataclass(frozen=True)
class OfWriter:
    """A column names who wrote it, and it is theirs alone, of no service."""

    column: str

    def seen(self, table: str) -> str:
        """By its writer."""
        return f"{_column(table, self.column)} {OF_WRITER}"

    def written(self, table: str) -> str:
        """By its writer."""
        return self.seen(table)

    def added(self, table: str) -> str:
        """By its writer."""
        return self.seen(table)


@dataclass(frozen=True)
class Outside:
    """A table the second lock leaves alone, and why."""

    reason: str


class TheService(Outside):
    """The table of services itself: what a row belongs to."""


def policies(table: str, way: Way) -> dict[str, str]:
    """For each of SQL's deeds, the clause of the policy on a table."""
    written = way.written(table)
    added = {"SELECT": f"USING ({way.seen(table)})", "INSERT": f"WITH CHECK ({way.added(table)})"}
    if getattr(way, "for_good", False):
        return added
    return {**added, "UPDATE": f"USING ({written}) WITH CHECK ({written})", "DELETE": f"USING ({written})"}


def _column(table: str, column: str) -> str:
    return f"{quoted(table)}.{quoted(column)}"


def _exists(table: str, condition: str) -> str:
    return f"EXISTS (SELECT FROM {quoted(table)} WHERE {quoted(table)}.{condition})"
