"""A cursor that begins no transaction without saying which rows may be seen in it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Self

from django.db.backends.postgresql.base import Cursor
from psycopg import ClientCursor, Copy, sql
from psycopg.pq import TransactionStatus


class LockedCursor(Cursor, ClientCursor[Any]):
    """Where no transaction is open, a statement travels together with the opening, in one message and one transaction.

    What is said lasts as long as that transaction: a statement outside of any, or all until the commit. Nothing is left
    for the next user of the connection, also where a pool hands it on.
    """

    def execute(self, query: Any, params: Any = None, **options: Any) -> Self:
        """The result is the statement's own."""
        opening = self._opening()
        if not opening:
            return super().execute(query, params, **options)
        super().execute(_after(opening, query, escaped=params is not None), params, **options)
        while self.nextset():
            pass
        return self

    def executemany(self, query: Any, params_seq: Any, **options: Any) -> None:
        """In one transaction."""
        with self._opened():
            super().executemany(query, params_seq, **options)

    @contextmanager
    def copy(self, statement: Any, params: Any = None, **options: Any) -> Iterator[Copy]:
        """In one transaction."""
        with self._opened(), super().copy(statement, params, **options) as copy:
            yield copy

    @contextmanager
    def _opened(self) -> Iterator[None]:
        """A transaction in which the opening was said."""
        with ExitStack() as stack:
            if opening := self._opening():
                if self.connection.autocommit:
                    stack.enter_context(self.connection.transaction())
                super().execute(opening)
            yield

    def _opening(self) -> str:
        lock = getattr(self.connection, "second_lock", None)
        if lock is None or self.connection.pgconn.transaction_status != TransactionStatus.IDLE:
            return ""
        return str(lock.opening)


def _after(opening: str, query: Any, *, escaped: bool) -> Any:
    """The opening and the statement. A per cent sign is doubled where the driver puts values in."""
    head = (opening.replace("%", "%%") if escaped else opening) + "; "
    if isinstance(query, str):
        return head + query
    if isinstance(query, bytes):
        return head.encode() + query
    return sql.SQL(head) + query
