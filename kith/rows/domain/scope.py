"""Which rows a connection to PostgreSQL may see and write for now, and how that is said to the server."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

LONGEST_NAME = 63  # PostgreSQL cuts a longer one short
ENDING = "_pages"


@dataclass(frozen=True)
class Scope:
    """The rows of these services, of these persons wherever they are, to see only, and those somebody wrote; or, for a
    reason, every row."""

    services: frozenset[UUID] = frozenset()
    persons: frozenset[UUID] = frozenset()
    by: UUID | None = None
    every_row_because: str = ""


CLOSED = Scope()


def role_of(owner: str) -> str:
    """The role pages work in, beside that of DATABASE_URL, which owns the tables. Nobody signs in as it."""
    return f"{owner[: LONGEST_NAME - len(ENDING)]}{ENDING}"


def quoted(name: str) -> str:
    """A name as an identifier of SQL."""
    return '"{}"'.format(name.replace('"', '""'))


def opening(scope: Scope, role: str) -> str:
    """What is said at the head of a transaction. It ends with the transaction, so that nobody inherits it.

    The policies make the server take a page's query for so costly that it compiles it first, for longer than it runs.
    """
    if scope.every_row_because:
        return "SET LOCAL ROLE NONE"
    return (
        f"SET LOCAL jit = off; SET LOCAL ROLE {quoted(role)}; SET LOCAL kith.services = '{_listed(scope.services)}'; "
        f"SET LOCAL kith.persons = '{_listed(scope.persons)}'; "
        f"SET LOCAL kith.by = '{_listed(filter(None, [scope.by]))}'"
    )


def _listed(ids: Iterable[UUID]) -> str:
    return "{" + ",".join(sorted(str(UUID(str(each))) for each in ids)) + "}"
