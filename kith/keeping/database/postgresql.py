"""PostgreSQL: every table as of one moment, by COPY; put back in one transaction.

The backup carries how its tables are made, so that no program but Kith is needed and it may go to another version of
the server. Keys and indexes are made once the rows are there.
"""

import time
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from psycopg import pq, sql
from psycopg.errors import error_from_result

from kith.keeping.database.catalogue import made_by
from kith.keeping.domain.packing import BLOCK, Packer
from kith.kernel.errors import NotPossibleError
from kith.rows.api import lay

FOLDER = "database"
WAITS, EACH = 50, 0.1
ROWS_AT_ONCE = 500
FOR_INDEXES = "256MB"

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
COLUMNS = """
    SELECT attname FROM pg_attribute
    WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum"""
ROUTINES = """
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')"""
SEQUENCES = """
    SELECT s.oid::regclass::text, t.oid::regclass::text, quote_ident(a.attname) FROM pg_class s
    JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i') AND d.refclassid = 'pg_class'::regclass
    JOIN pg_class t ON t.oid = d.refobjid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
    WHERE s.relkind = 'S' AND s.relnamespace = current_schema()::regnamespace"""
OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""


def pack(packer: Packer) -> dict[str, Any]:
    """Copy every table into a backup; returns what the manifest says of them."""
    tables = {}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SET LOCAL row_security = off")  # a row hidden from us is an error, not a row left out
        made = made_by(cursor)
        for table in _first_column(cursor, TABLES):
            columns = tables[table] = _first_column(cursor, COLUMNS, [_quoted(table)])
            statement = sql.SQL("COPY {} ({}) TO STDOUT").format(sql.Identifier(table), _identifiers(columns))
            with closing(_rows(statement)) as rows:
                packer.add(f"{FOLDER}/{table}", rows)
    return {"tables": tables, "made_by": made}


def put_back(unpacked: Path, manifest: dict[str, Any]) -> None:
    """Put the unpacked tables in the place of those that are there, all of them or none."""
    made = manifest["made_by"]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"SET LOCAL maintenance_work_mem = '{FOR_INDEXES}'")
        _remove_tables(cursor)
        for statement in made["before"]:
            cursor.execute(statement)
        for table, columns in manifest["tables"].items():
            _fill(cursor, table, columns, unpacked / FOLDER / table)
        for statement in made["after"]:
            cursor.execute(statement)
        lay()
        for sequence, table, column in _rows_of(cursor, SEQUENCES):
            cursor.execute(f"SELECT setval('{sequence}', greatest(max({column}), 1), max({column}) IS NOT NULL) "  # noqa: S608  names from the catalogue, quoted there
                           f"FROM {table}")  # fmt: skip


def sweep() -> None:
    """A killed run leaves nothing in the database."""


def check_nobody_else() -> None:
    """No other process may be connected; one that was just killed is given a moment to go."""
    for _again in range(WAITS):
        with connection.cursor() as cursor:
            if _first_column(cursor, OTHERS) == [0]:
                return
        time.sleep(EACH)
    raise NotPossibleError("Somebody is still connected to this database. Stop Kith, then restore.")


def _rows(statement: sql.Composed) -> Generator[bytes, None, None]:
    """What COPY gives, many rows at once: the driver's own iteration costs as much as all the rest of a backup."""
    server: pq.abc.PGconn = connection.connection.pgconn
    began, size = server.exec_(statement.as_bytes(connection.connection)), 0
    if began.status != pq.ExecStatus.COPY_OUT:
        raise error_from_result(began)
    try:
        while size >= 0:
            rows: list[memoryview] = []
            while len(rows) < ROWS_AT_ONCE and (size := (got := server.get_copy_data(0))[0]) >= 0:
                rows.append(got[1])
            yield b"".join(rows)
    finally:
        while size >= 0:
            size = server.get_copy_data(0)[0]
        ended = server.get_result()
        while server.get_result():
            pass
    if ended is None or ended.status != pq.ExecStatus.COMMAND_OK:
        raise error_from_result(ended or began)


def _remove_tables(cursor: Any) -> None:
    if tables := _first_column(cursor, TABLES):
        cursor.execute(f"DROP TABLE {', '.join(map(_quoted, tables))} CASCADE")
    for routine in _first_column(cursor, ROUTINES):
        cursor.execute(f"DROP ROUTINE IF EXISTS {routine} CASCADE")


def _fill(cursor: Any, table: str, columns: list[str], file: Path) -> None:
    """The table was made in this transaction, so its rows need no second look by anybody later: they come frozen."""
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FREEZE)").format(sql.Identifier(table), _identifiers(columns))
    with file.open("rb") as source, cursor.cursor.copy(statement) as copy:
        while block := source.read(BLOCK):
            copy.write(block)


def _identifiers(names: list[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))


def _first_column(cursor: Any, statement: str, given: list[str] | None = None) -> list[Any]:
    cursor.execute(statement, given)
    return [row[0] for row in cursor.fetchall()]


def _rows_of(cursor: Any, statement: str) -> list[Any]:
    cursor.execute(statement)
    return list(cursor.fetchall())
