"""The connection: it knows the scope of the moment, and says it."""

from typing import Any

from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base, operations
from psycopg.pq import TransactionStatus

from kith.rows.backend.cursor import LockedCursor
from kith.rows.domain.scope import Scope, opening, role_of
from kith.rows.process import scope_of_process


class SecondLock:
    """The scope of one connection, and the words that say it. A connection is its thread's alone."""

    def __init__(self) -> None:
        self.scope, self.role = scope_of_process(), ""

    def begin(self, owner: str) -> None:
        """A session was opened by the owner of the tables."""
        self.role = role_of(owner)
        self.take(self.scope)

    def take(self, scope: Scope) -> None:
        """From now on."""
        self.scope, self.opening = scope, opening(scope, self.role)


class Operations(operations.DatabaseOperations):
    """Tells what was asked without the opening."""

    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> str:
        """For those who count and read queries."""
        said = super().last_executed_query(cursor, sql, params)
        return said and said.removeprefix(f"{cursor.connection.second_lock.opening}; ")


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL, where a transaction begins with the opening. Without one, a session is the role that sees no row."""

    ops_class = Operations

    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        super().__init__(settings_dict, alias)
        self.second_lock = SecondLock()
        self._holds_records = alias != NO_DB_ALIAS

    def get_connection_params(self) -> dict[str, Any]:
        """With our cursor."""
        return {**super().get_connection_params(), "cursor_factory": LockedCursor}

    def init_connection_state(self) -> None:
        """The lock is on once the session is made."""
        self.second_lock.begin(self.connection.info.user)
        super().init_connection_state()
        if self._holds_records:
            self.connection.second_lock = self.second_lock

    def _configure_role(self, connection: Any) -> bool:
        """Not the owner, unless a transaction says so. Before the role is there, there is nothing to guard."""
        if not self._holds_records:
            return False
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('role', rolname, false) FROM pg_roles "
                "WHERE rolname = %s AND pg_has_role(rolname, 'MEMBER')",
                [self.second_lock.role],
            )
        return True

    def chunked_cursor(self) -> Any:
        """The server keeps a cursor open only within a transaction; outside of one the rows come at once."""
        if not self._is(TransactionStatus.IDLE):
            return super().chunked_cursor()
        if self.get_autocommit():
            return self.cursor()
        self._say()
        return super().chunked_cursor()

    def hold(self, scope: Scope) -> Scope:
        """Work in another scope from now on; returns the one before. Within a transaction it is said at once."""
        before = self.second_lock.scope
        if scope != before:
            self.second_lock.take(scope)
            if self._is(TransactionStatus.INTRANS):
                self._say()
        return before

    def _savepoint_rollback(self, sid: str) -> None:
        """The server has taken back what was said since the savepoint."""
        super()._savepoint_rollback(sid)  # type: ignore[misc]
        self._say()

    def _say(self) -> None:
        with self.wrap_database_errors:
            self.connection.execute(self.second_lock.opening)

    def _is(self, status: TransactionStatus) -> bool:
        return self.connection is not None and self.connection.pgconn.transaction_status == status
