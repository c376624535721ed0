"""Lays the second lock: the role, what it may do, and policies on every table that holds a service's rows."""

from collections.abc import Iterable, Iterator

from django.db import IntegrityError, ProgrammingError, connection, transaction

from kith.kernel.errors import NotPossibleError
from kith.rows.actions.hold import every_row
from kith.rows.domain.scope import quoted
from kith.rows.queries import (
    Policy,
    is_within_reach,
    laid_policies,
    row_security,
    tables_out_of_reach,
    wanted_policies,
)


def lay() -> None:
    """As the models say, where it is not; again it changes nothing. SQLite has none.

    Raises NotPossibleError where the role of pages is not there and cannot be made.
    """
    lock = getattr(connection, "second_lock", None)
    if lock is None:
        return
    connection.ensure_connection()
    with every_row(because="the owner of the tables lays the lock"), transaction.atomic():
        if not is_within_reach(lock.role):
            _make_role(lock.role)
        if tables_out_of_reach(lock.role):
            _run(_grants(quoted(lock.role)))
        _run(_changes(wanted_policies(), set(laid_policies()), row_security()))


def _make_role(role: str) -> None:
    try:
        with transaction.atomic():
            _run([f"CREATE ROLE {quoted(role)} NOLOGIN", f"GRANT {quoted(role)} TO CURRENT_USER"])
    except (ProgrammingError, IntegrityError):
        if is_within_reach(role):  # another process made it at this moment; the role is of all databases of a server
            return
        raise NotPossibleError(
            f"Pages work in a database role of their own, {role}, which Kith cannot make. Let whoever runs the "
            f'database make it and give it to the role that DATABASE_URL names: CREATE ROLE "{role}" ROLE that_role'
        )


def _grants(role: str) -> Iterator[str]:
    """What the role may do at all; which rows, the policies say. It makes and removes no table."""
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}"


def _changes(wanted: dict[Policy, str], laid: set[Policy], security: dict[str, bool]) -> Iterator[str]:
    """From what is laid to what is wanted. A table is locked before it has a policy: then nobody sees a row."""
    locked = {table for table, _ in wanted}
    for table in sorted(locked & {table for table, is_on in security.items() if not is_on}):
        yield f"ALTER TABLE {quoted(table)} ENABLE ROW LEVEL SECURITY"
    for table, name in sorted(laid - set(wanted)):
        yield f"DROP POLICY {quoted(name)} ON {quoted(table)}"
    for table, name in sorted(set(wanted) - laid):
        if table in security:
            yield f"CREATE POLICY {quoted(name)} ON {quoted(table)} {wanted[table, name]}"
    for table in sorted({table for table, is_on in security.items() if is_on} - locked):
        yield f"ALTER TABLE {quoted(table)} DISABLE ROW LEVEL SECURITY"


def _run(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
