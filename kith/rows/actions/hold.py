"""Says in which scope to work. On SQLite, which has no second lock, nothing is said and nothing happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection

from kith.rows.domain.scope import CLOSED, Scope
from kith.rows.process import let_process_begin_with

Ids = frozenset[UUID]
NONE: Ids = frozenset()


@contextmanager
def closed() -> Iterator[None]:
    """No row of any service, until `see` says more; afterwards what was before."""
    with _held(CLOSED):
        yield


@contextmanager
def every_row(*, because: str) -> Iterator[None]:
    """Every row of every service, for a reason."""
    with _held(Scope(every_row_because=because)):
        yield


@contextmanager
def rows_of(*, services: Ids, persons: Ids = NONE, by: UUID | None = None) -> Iterator[None]:
    """The rows of these services, of these persons wherever they are, to see only, and those somebody wrote."""
    with _held(Scope(services, persons, by)):
        yield


def see(*, services: Ids, persons: Ids = NONE, by: UUID | None = None) -> None:
    """The same from now on, within `closed`. What sees every row for a reason of its own goes on to."""
    lock = getattr(connection, "second_lock", None)
    if lock is not None and not lock.scope.every_row_because:
        _hold(Scope(services, persons, by))


def begin_with_every_row(*, because: str) -> None:
    """Let this process, which is no server of pages, see every row."""
    scope = Scope(every_row_because=because)
    let_process_begin_with(scope)
    _hold(scope)


@contextmanager
def _held(scope: Scope) -> Iterator[None]:
    before = _hold(scope)
    try:
        yield
    finally:
        if before is not None:
            _hold(before)


def _hold(scope: Scope) -> Scope | None:
    hold = getattr(connection, "hold", None)
    return hold(scope) if hold else None
